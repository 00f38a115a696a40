"""The numbers that rules decide by, and how each was chosen.

Right and wrong are of a hundred of the 241 mentions by a surname that several people of an article share, in the set
`collide` and in those that bench/shared_surnames.py makes; the rest is left open.
"""

# Whoever is named so many times as often as the next of the name is meant. At 1.5: right 74, wrong 3.7; at 2: 72, 3.7;
# at 3: 68, 2.5. Where the numbers decide so little, an editor would rather not see a link on one mention and a half.
FOREMOST = 2

# So many paragraphs back, who was introduced or spoke is still in the reader's mind. At 0: right 73, wrong 5.0; at 1:
# 72, 3.7; at 2: 71, 3.7; at 3: 71, 3.3.
NEARBY = 1

# So many of the last namings of a person count; what lies farther back is forgotten. No article of the sets names
# anybody so often: it keeps the work on a text as long as a book in bounds.
RECENT = 50

# An article is about sport if so many of its words are words of sport, and no fewer than five. In the sets, reports on
# matches have four and eight of a hundred, a contest of robots three, a fair two; all others one or less.
SPORT_SHARE = 0.015
LEAST_SPORT = 5
