"""Words that tell of which kind a name is, or that it names none of the three. Data only, written for this program."""

from edition.recognise.countries import COUNTRIES
from edition.recognise.vocabulary import COMPASS, DEMONYMS, TITLE_QUALIFIERS, TITLES


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# At the end of a name, or before `of` and `for`: an organization.
ORGANIZATIONS = _words(
    """Academy Administration Aerospace AFC Agencies Agency Airline Airlines Airways Alliance Archdiocese Archives
    Army Assembly Associates Association Authority Automotive Aviation Bancorp Band Bank Banks Beverages Biotech
    Board Brands Breweries Brewery Brigade Brigades Broadcasting Brotherhood Bureau Business Cabinet Cartel Caucus
    Center Central Centre CF Chamber Chemical Chemicals Chronicle Church Clinic Club Coalition Collective College
    Command Commission Commissions Committee Communications Community Company Computer Computers Confederation
    Congress Consortium Constabulary Construction Consulate Cooperative Corp Corporation Corps Council Councils
    Court Courts Crescent Cross Daily Defence Defense Democrats Department Diocese Directorate Division Duma
    Electric Electronics Embassies Embassy Engineering Enterprise Enterprises Entertainment Exchange Express
    Facility Faculty FC Federation Fellowship Financial Fire Fleet Foods Force Forces Foundation Front Fund
    Gallery Gazette Government Group Guard Guardian Guards Guild Headquarters Healthcare Herald Holdings Hospital
    Hotels House Inc Industries Inquiry Institute Institutes Institution Insurance International Investment
    Investments Jihad Journal Knesset Laboratories Laboratory League Legion Legislature Library Limited Llc
    Logistics Ltd Magazine Media Metals Militia Minerals Mining Ministries Ministry Mission Mobile Motor Motors
    Movement Museum Mutual Nations Navy Network News Newspaper Observatory Observer Office Operations Orchestra
    Order Organisation Organization Parliament Partners Party Patrol Petrochemical Petroleum Pharma Pharmaceutical
    Pharmaceuticals Pictures Police Post Power Press Productions Programme Project Publishing Radio Railways
    Records Reserve Resources Restaurant Robotics Savings SC School Schools Secretariat Securities Security
    Semiconductor Semiconductors Senate Service Services Shipbuilding Shipping Shipyard Society Software Solutions
    Squadron Standard Steel Stores Studio Studios Sun Supermarkets Systems Team Technologies Technology Telecom
    Telegraph Television Times Tribunal Tribune Troupe Trust TV Union Unit United Universities University Ventures
    Weekly Wireless Works"""
) - _words("Central Operations Power State United")
# At the end of a name: a place. At its start: `Lake Victoria`.
PLACES = _words(
    """Airfield Airport Aquarium Archipelago Arena Avenue Barracks Base Basin Bay Beach Boulevard Bridge Building
    Canal Canyon Cape Castle Cathedral Cemetery Channel City Cliffs Coast County Court Creek Crossing Dam Delta
    Desert District Drive East Emirate Estate Falls Field Fields Forest Fort Garden Gardens Glacier Ground Gulf
    Hall Harbor Harbour Heights Highlands Highway Hill Hills Hotel Island Islands Isle Jail Junction Lake Lakes
    Lane Line Memorial Mines Mosque Mount Mountain Mountains Oblast Ocean Palace Park Passage Peak Peninsula Pier
    Plain Plains Plateau Plaza Pond Port Prefecture Prison Province Quarter Range Ranges Ravine Region Republic
    Reservoir Resort River Road Rock Sea Shore Shores Speedway Square Stadium Station Strait Street Synagogue
    Temple Terminal Territories Territory Theater Theatre Tower Towers Town Township Tunnel Valley Village Volcano
    Wall Ward Waterfall Way Woods Zone Zoo"""
) - _words("Base Court East Line Memorial Rock Way")
PLACE_STARTS = _words("Camp Cape Fort Lake Loch Lough Mount Mt Port")
PLACES_OF = _words(
    """Bay Borough City County Duchy Governorate Gulf Island Isle Kingdom Municipality Plains Prefecture Province
    Region Republic Sea State Strait Straits Territory"""
)
# At the end of a name: an event, a work, a law, a prize, a thing.
OTHERS = _words(
    """Accord Accords Act Acts Age Agreement Album Amendment Award Awards Bible Bill Book Bowl Campaign Carnival
    Ceremony Challenge Championship Championships Charter Christmas Class Code Competition Concerto Conference
    Constitution Contest Convention Conventions Crisis Cup Day Days Deal Declaration Derby Disease Doctrine Easter
    Edge Edition Effect Election Elections Engine Eve Event Exhibition Festival Final Finals Games Globe Grand
    Holocaust Index Initiative Jubilee Law Laws Marathon Mass Massacre Medal Model Month Mr Night Oath Olympiad
    Olympics Open Oscars Pact Parade Paralympics Peace Plan Plot Policy Prix Prize Pro Process Protocol Race Rally
    Rebellion Referendum Regatta Report Resolution Revolution Riots Rule Scale Scandal Season Series Session
    Shield Show Spring Stakes Statute Summer Summit Superbike Survey Symphony Syndrome System Test Theorem Theory
    Tour Tournament Treaty Trial Trials Trophy Ultra Universe Uprising Virus War Wars Week Windows Winter World
    Year Yearbook"""
) - _words("Edge Pro World")
# By themselves no name of the three: faiths, peoples, parties' people, calendar, languages, money, technology.
NO_NAMES = _words(
    """Aborigine Aborigines Act Advent AEST AI AIDS Allah AM Anglican Anglicans Article ATM B.Sc Baptist Baptists
    Bible Boxing Brexit BST Buddhism Buddhist Buddhists Category Catholic Catholicism Catholics Caucasian CD CDs
    CEO CEST CET CFO Chapter Christ Christian Christianity Christians Christmas Cold Communism Communist
    Communists Conservative Conservatives COO Coronavirus COVID Covid COVID-19 Covid-19 CTO Democrat Democratic
    Democrats DNA DVD DVDs Earth Easter Ebola EDT Episode EST EUR Euro Euros Evangelical FAQ Fascist Fascists
    Federal Figure File Flight GBP GDP GHz GMT God Gospel GPS Grade Greens Group H1N1 Halloween Hebrew Hindu
    Hinduism Hindus HIV HR HTML ID Image Inc Internet IQ Islam Islamic Islamist Islamists IST IT Jew Jewish Jews
    Judaism Jupiter Koran Labor Labour Latin Latino Latinos Level Liberal Liberals Line Ltd M.Sc Mandarin Mars
    Marxist Mass Methodist MHz Moon Mormon Mormons MP MPs Muslim Muslims Nazi Nazis Nobel OK Olympian Olympic
    Olympics Orthodox Oscar Oscars Page Paralympian Paralympic Part PC PDT Ph.D Phase PhD Photo Picture PM PR
    Presbyterian Protestant Protestants PST Qur'an Quran Ramadan Republican Republicans RNA Roman Romans Room
    Round Route Sabbath SARS Sars Saturn Scene Season Secretary Section Shia Shiite Shiites Sikh Sikhs SMS
    Socialist Socialists Soviets Spaniard Spaniards Stage Sun Sunni Sunnis SUV Table Taoist Tories Tory TV Type
    UFO Unionist Unionists URL USB USD UTC Venus VIP Volume Web Wi-Fi Zika Zionist Zionists"""
)
# Before a name, small letters: who it is.
ROLES = _words(
    """activist actor actress adviser advisor aged aide ally ambassador analyst anchor architect artist astronaut
    athlete attorney author biologist blogger boss boxer boy boyfriend brother businessman businesswoman
    campaigner candidate captain chairman chairperson chairwoman chef chemist chief choreographer climber
    co-author co-chair co-founder coach colleague columnist comedian commander commentator commissioner composer
    conductor congressman congresswoman correspondent councillor counsel critic cyclist dancer daughter defector
    defender deputy designer developer diplomat director doctor driver economist editor engineer entrepreneur
    envoy ex-husband ex-president ex-wife executive expert father fighter filmmaker fisherman footballer forward
    founder friend general geologist girl girlfriend goalkeeper golfer governor guitarist head historian host
    husband investigator jockey journalist judge keeper king lawmaker lawyer leader lecturer legend lieutenant
    magistrate man manager mayor midfielder minister model mother musician named negotiator nephew niece nominee
    novelist nurse officer official opponent organiser organizer owner painter partner pastor philosopher
    photographer physician physicist pilot pitcher player poet politician pope premier presenter president prime
    principal producer professor prosecutor psychologist publisher queen racer rapper rebel reporter
    representative researcher rider rival runner scholar scientist screenwriter sculptor secretary senator
    sergeant singer sister skater skier sociologist soldier son songwriter spokesman spokesperson spokeswoman star
    striker student superintendent surgeon suspect swimmer teacher teammate teenager treasurer uncle veteran
    vice-president victim violinist volunteer widow wife winner witness woman worker wrestler writer"""
)
SPEECH = _words(
    """added adds admitted argued argues asked believed believes claimed claims commented died explained explains
    feels felt hoped hopes insisted laughed married noted notes recalled replied resigned said says scored smiled
    stated states tells thinks thought told tweeted writes wrote"""
)
NOT_BEFORE_PEOPLE = _words(
    """across around at from in inside into near outside throughout to toward towards via within"""
)
LOCATIVE = NOT_BEFORE_PEOPLE - _words("at from to")
PLACE_NOUNS = _words(
    """capital city county district island municipality neighborhood neighbourhood port province region state
    suburb town village"""
)
ORGANIZATION_NOUNS = _words(
    """agency airline association band bank brand broadcaster carrier chain channel charity club company
    corporation firm giant group label magazine maker manufacturer ministry network newspaper operator
    organisation organization party provider publisher retailer school site studio supermarket team union
    university website"""
)
WORK_NOUNS = _words(
    """album boat book cyclone documentary film game hurricane language mission movie novel opera operating
    operation play programme rocket satellite series ship show single song spacecraft species storm symphony
    typhoon vessel"""
)
QUALIFIERS = frozenset(TITLE_QUALIFIERS) | _words(
    """Acting Assistant Associate Chief Co Deputy Executive Foreign Former General Head Home Interim Junior Lead
    Managing National Opposition Parliamentary Police Premier Press Senior Staff State Team Then Vice"""
)
ROLE_TITLES = TITLES | _words(
    """Activist Actor Actress Administrator Adviser Advisor Attorney Author Ayatollah Bandleader Baron Baroness
    Biologist Brother Captain Chairperson Chancellor Chief Coach Columnist Constable Councillor Councilman
    Councilwoman Counsel Count Countess Czar Deputy Director Duchess Duke Earl Editor Emir Engineer Head Historian
    Host Investigator Journalist Lawmaker Lawyer Manager Master Member Mufti Mullah Negotiator Nurse Officer Owner
    Pastor Photographer Premier Presenter President-elect Princess Principal Producer Prosecutor Rabbi Reporter
    Researcher Saint Secretary-General Shah Sheriff Sister Solicitor Spokesman Sultan Superintendent Surgeon
    Taoiseach Treasurer Tsar Undersecretary Vice-Chancellor Writer"""
) - _words("Analyst Executive Father Justice Leader Major Private Secretaries")
PEOPLES = (
    frozenset(DEMONYMS)
    | {f"{word}s" for word in DEMONYMS}
    | _words(
        """Afghans Africans Anglo Arabs Argentine Asian Asians Australians Balkan Basque Bengali Bosniak Brazilians
    Brit Briton Britons Brits Californian Canadians Caribbean-American Catalan Celtic Chechen Cherokee Croats
    Czechs Danes Dutchman Englishman Europeans Finns Flemish Frenchman Germans Greeks Hispanic Indians Inuit
    Iranians Iraqis Irishman Israelis Italians Jews Kashmiri Kurds Latin Londoner Maori Mexicans Māori Nordic
    Norse Palestinians Parisian Pashtun Persian Poles Punjabi Roma Russians Scandinavian Scots Scotsman Serbs
    Sicilian Slovaks Swedes Tamil Texan Tibetan Turks Uyghur Welshman"""
    )
)
COUNTRY_NAMES = frozenset(one for names in COUNTRIES.values() for one in names)
SHORT_PLACES = _words(
    """D.C. DC DPRK L.A. LA NSW NYC PRC ROK U.A.E. U.K U.K. U.S U.S. U.S.A. U.S.S.R. UAE UK US USA USSR"""
)
# Whose words say otherwise.
ORGANIZATION_NAMES = frozenset(("Red Crescent", "Red Cross", "United Nations", "White House"))
PLACE_NAMES = _words("Czechoslovakia Rhodesia Yugoslavia Zaire") | {
    *("East Germany", "West Germany", "Soviet Union", "Washington D.C.", "Washington DC"),
    *("Left Bank", "South Bank", "West Bank"),
}
# Behind `the`, with a capital: a newspaper.
NEWSPAPERS = _words(
    """Chronicle Economist Gazette Globe Guardian Herald Independent Inquirer Journal Mirror Observer Post Standard Star
    Sun Telegraph Times Tribune"""
)
SHORT_ORGANIZATIONS = _words("E.U. EU NATO U.N. UN Interpol Kremlin Pentagon")
POINTS = frozenset(COMPASS) | _words(
    """Central Eastern Far Inner Lower Mid Middle Near Northeast Northern Northwest Outer Southeast Southern
    Southwest Upper Western"""
)
GENERIC = ORGANIZATIONS | PLACES | OTHERS
HEADED = (
    ORGANIZATIONS
    | PLACES_OF
    | _words("Archbishop Bishop Daughters Doctors Friends Reporters Secretary Sons Tower")
    | _words("Agreement Battle Charter Convention Declaration Pact Siege Treaty")
)
# Before a name, of whom a picture is or who took it.
CREDITS = _words("""Caption Copyright Credit File Image Images Photo Photos Picture Pictured Source Video""")
