"""Given names and the short ones that stand for them. Data only."""

# A given name, then its short forms.
_NAMES = """
Abigail Abby|Alexander Alex Alec|Alfred Alf|Andrew Andy Drew|Anthony Tony|Barbara Barb|Benjamin Ben
Bernard Bernie|Catherine Cathy Kate|Charles Chuck|Christina Tina|Christopher Chris
Clifford Cliff|Cynthia Cindy|Daniel Dan Danny|David Dave|Deborah Debbie Deb|Donald Don|Douglas Doug
Edward Ed Ted|Elizabeth Liz Beth Betty|Eugene Gene|Frances Fran|Francis Frank|Frederick Fred|Gabriel Gabe
Gerald Gerry|Geoffrey Geoff|Gregory Greg|Harold Harry|Henry Hank Harry|Jacob Jake|James Jim
Jeffrey Jeff|Jennifer Jen Jenny|Jessica Jess|John Jack Johnny|Jonathan Jon|Joseph Joe|Joshua Josh
Katherine Kate Kathy Katie|Kathleen Kathy|Kenneth Ken|Lawrence Larry|Leonard Len|Louis Lou|Margaret Maggie Meg Peggy
Martin Marty|Matthew Matt|Maximilian Max|Michael Mike Mick|Mitchell Mitch|Nathan Nate|Nathaniel Nate|Nicholas Nick
Pamela Pam|Patricia Patty|Peter Pete|Philip Phil|Phillip Phil|Raymond Ray|Rebecca Becky
Richard Rick Dick Rich|Robert Bob Rob|Ronald Ron|Rudolph Rudy|Samuel Sam|Stephen Steve|Steven Steve
Susan Sue|Suzanne Sue|Theodore Ted Theo|Theresa Terry|Thomas Tom|Timothy Tim|Victoria Vicky|Vincent Vince|Walter Walt
William Bill Will|Zachary Zach Zack
"""
# By a given name, those that stand for it and those that it stands for.
NICKNAMES: dict[str, tuple[str, ...]] = {}
for _line in _NAMES.replace("\n", "|").strip("|").split("|"):
    _name, *_short = _line.split()
    NICKNAMES[_name] = (*NICKNAMES.get(_name, ()), *_short)
    for _other in _short:
        NICKNAMES[_other] = (*NICKNAMES.get(_other, ()), _name)
