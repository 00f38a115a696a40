"""Words that rules know: titles, calendar, peoples, family names. Data only, each list with what it is for."""

from edition.model import Gender
from edition.recognise.countries import COUNTRIES


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# In front of a name, a title is part of the mention: `Mr. Kim`, `Gen. Brooks`.
HONORIFICS = _words("Mr Mrs Ms Miss Mx Dr Prof Sir Dame Lord Lady Madam Herr Frau Monsieur Madame Señor Señora")
GENDERS: dict[Gender, frozenset[str]] = {
    "female": _words(
        "Mrs Ms Miss Dame Lady Madam Frau Madame Señora Queen Princess Chairwoman Spokeswoman Congresswoman"
    ),
    "male": _words("Mr Sir Lord Herr Monsieur Señor King Prince Father Chairman Spokesman Congressman"),
}
OFFICES = _words(
    """President Vice-President Chairman Chairwoman Chair Chancellor Premier Minister Secretary Undersecretary
    Ambassador Envoy Senator Representative Congressman Congresswoman Governor Mayor Speaker Judge Justice
    King Queen Prince Princess Emperor Pope Cardinal Archbishop Bishop Father Reverend Rabbi Imam Sheikh
    General Admiral Marshal Colonel Lieutenant Major Captain Commander Sergeant Corporal Private Officer
    Professor Doctor Director Commissioner Inspector Detective Coach Leader Spokesman Spokeswoman Spokesperson
    CEO CFO COO CTO Executive Founder Analyst Economist Correspondent Scientist Senators Presidents Ministers
    Gen Adm Col Lt Maj Capt Cmdr Sgt Cpl Sen Rep Gov Rev Hon Amb Pres"""
)
TITLES = HONORIFICS | OFFICES
# What may stand before an office inside a title: `Prime Minister`, `Unification Minister`, `Lt. Gen.`
TITLE_QUALIFIERS = _words(
    """Prime Foreign Defense Defence Finance Interior Justice Health Unification Trade Education Vice Deputy Acting
    First Former Chief Lt Maj Brig Attorney Supreme Crown Secretary"""
)
CALENDAR = _words(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"""
)
# Capitalised at the start of a sentence, these words are no part of the name that follows.
FUNCTION_WORDS = _words(
    """a about above across after against all along already also although amid among an and another any are around as
    asked at because before behind being below beneath besides between beyond both but by can could despite did do does
    down during each either even every except few for former from had has have he her here him his how however i if in
    inside instead into is it its just last late later least less like many may meanwhile might more most much must my
    near neither never next no none nor not nothing now of off on once one only onto or other our out outside over
    past per perhaps rather said same says she should since so some soon still such than that the their them then there
    these they this those though through throughout till to today tomorrow too toward towards two under unless unlike
    until up upon us very via was we were what when where whether which while who whom whose why will with within
    without would yesterday yet you your dear hello hey hi no oh please sorry thanks well yes"""
)
# Peoples and parts of the world; in front of a name, what they belong to.
_ADJECTIVES = COUNTRIES.keys() - {country for countries in COUNTRIES.values() for country in countries}
DEMONYMS = frozenset(word.rsplit(maxsplit=1)[-1] for word in _ADJECTIVES if not word.isupper())
DEMONYMS |= _words("African Arab Asian European Kurdish Western Koreans Americans")
# Nouns that newspapers write small at the end of a name: `the Korean peninsula`, `the Trump administration`.
GENERIC_NOUNS = _words(
    """administration agency alliance army assembly association authority bay bureau cabinet campaign canal city
    coast college commission committee company complex conference congress council county court department desert
    district division embassy facilities facility force forces foundation government group gulf hospital institute
    island islands lake league ministry mountains museum navy office parliament party peninsula police port prison
    province region republic resort river school sea senate society state states strait summit territory treaty union
    university valley zone news bank airport airline airlines station church square street tower palace bridge museum
    theatre theater hall park garden cathedral center centre reservoir dam fund treaty festival cup"""
)
# Behind these and `of`, a place is part of an institution's name even where the word opens the sentence.
INSTITUTIONS = _words(
    """Academy Archbishop Archdiocese Army Bank Bishop Church City Club College County Court Diocese Duke Earl Embassy
    Federation Gulf House Institute Kingdom Library Ministry Museum Order Province Republic Sea Society State Strait
    Union University"""
)
# What a hyphen may tie to a name without making it longer: `Seoul-based`, `U.S.-led`, `Trump-era`.
COMPOUNDS = _words(
    """administered aligned area approved backed based born bound brokered built controlled designed educated era
    funded held hosted imposed led like made managed occupied only oriented owned proposed registered run sponsored
    style supported trained wide"""
)
# Romanised family names of Korea, China and Japan, to tell which end of a name is the family's.
EAST_ASIAN_FAMILY_NAMES = _words(
    """Ahn An Bae Baek Ban Bang Byun Cha Chae Chang Cho Choe Choi Chon Chong Choo Chu Chun Chung Do Eom Gang Gil Go
    Gong Goo Gu Gwak Ha Ham Han Heo Hong Huh Hwang Hyon Hyun Im In Jang Je Jeon Jeong Ji Jin Jo Joo Ju Jun Jung Kang
    Kil Kim Ko Koh Kong Koo Ku Kwak Kwon Lee Lim Maeng Min Moon Mun Myung Na Nam Namgoong No Noh Oh Ok Pae Paek Pak
    Pang Park Pyo Pyon Ra Rhee Ri Rim Ro Roh Ryang Ryom Ryoo Ryu Seo Seok Seol Shim Shin Sim Sin So Sohn Son Song Suh
    Sung Tae U Um Wang Won Woo Yang Yi Yim Yo Yoo Yoon You Yu Yum Yun
    Bai Bo Cai Cao Chen Cheng Chow Cui Dai Deng Ding Dong Du Fan Fang Feng Fu Gao Ge Geng Guo He Hou Hu Hua Huang Jia
    Jiang Jin Kong Lai Lei Li Liang Liao Lin Liu Lu Luo Lv Ma Mao Mei Meng Mo Mu Ng Pan Peng Qi Qian Qin Qiu Qu Ren
    Shao Shen Shi Su Sun Tan Tang Tao Tian Wan Wei Wen Wu Xi Xia Xiang Xiao Xie Xiong Xu Xue Yan Yao Ye Yin Yuan Zeng
    Zhang Zhao Zheng Zhong Zhou Zhu Zou
    Abe Aoki Aso Fujimoto Fujita Fukuda Goto Hara Hasegawa Hashimoto Hatoyama Hayashi Honda Ikeda Inoue Ishiba
    Ishihara Ishii Ito Kan Kato Kimura Kishi Kishida Kobayashi Koizumi Kojima Kono Kondo Maeda Matsuda Matsui
    Matsumoto Miyazaki Mori Motegi Murakami Nakagawa Nakajima Nakamura Nakano Nakasone Nikai Nishimura Noda Obuchi
    Ogawa Okada Okamoto Ono Ota Ozawa Saito Sakamoto Sasaki Sato Shimizu Suga Suzuki Takagi Takahashi Takeda Takeuchi
    Tanaka Ueda Wada Watanabe Yamada Yamaguchi Yamamoto Yamasaki Yamashita Yokoyama Yoshida"""
)
EAST_ASIAN_LANGUAGES = _words("ko zh ja")
NAME_PARTICLES = _words("van von der den de del della di da dos du la le al el bin ibn ben abu ter ten zu af av")
NAME_SUFFIXES = _words("Jr Sr II III IV")
# Behind `the`, these are what there is only one of, rather than a person of that name.
UNIQUE = _words("Bible Bush Church Crown Earth Gulf Hill House Moon Pole Pope Post Sea Sun Times West World")
COMPASS = _words("North South East West")
HALVED = _words("Germany Korea Sudan Vietnam Yemen")  # of these, a half is `the North`
# Behind the name of a company, these tell what it is in law; each with the others that mean the same.
_LEGAL = (
    "Inc Inc. Incorporated",
    "Corp Corp. Corporation",
    "Co Co. Company",
    "Ltd Ltd. Limited",
    "plc PLC",
    "LLC",
    "LLP",
    "AG",
    "SA S.A.",
    "NV N.V.",
    "SE",
    "GmbH",
    "AB",
    "ASA",
    "Oyj",
    "SpA S.p.A.",
    "Pty",
    "KK",
    "Holdings",
    "Group",
    "Systems",
)
LEGAL_SUFFIXES = {word: tuple(line.split()) for line in _LEGAL for word in line.split()}
# Of these, what stands before them is the company's name alone, even where that is a common word (`Bridge Company`).
PURELY_LEGAL = _words(
    "Inc Inc. Corp Corp. Ltd Ltd. plc PLC LLC LLP AG SA S.A. NV N.V. GmbH AB ASA Oyj SpA S.p.A. Pty KK"
)
# Words of many names: nouns stand for the name behind `the` (True), adjectives never alone (False).
NOT_DISTINCTIVE = dict.fromkeys(
    """academy administration agency alliance army assembly association authority bank board bureau cabinet center
    centre church club college commission committee company conference congress corporation council court department
    exchange federation force foundation front fund government group guard herald house institute institution journal
    laboratory league library ministry museum navy network news office organisation organization parliament party
    police post press school senate service society star state sun system team telegraph times tribune trust union
    university voice foundation games hospital stadium theatre theater orchestra""".split(),
    True,
) | dict.fromkeys(
    """national federal united new old american international general first royal great democratic republican central
    northern southern eastern western north south east west world global public free social human supreme high
    joint special security foreign defense defence economic financial strategic state-run young people workers women
    peoples representatives city saint st san los las la el le de van the of for and air civil green red black white
    blue open big good little best home life love hope one two three time day night music film art arts science sports
    radio television tv street river county island mount lake valley affairs agriculture communist
    conservative constitutional culture defence education electoral energy environment finance health intelligence
    interior justice labor labour liberal reserve revolutionary socialist trade treasury unification
    workers’""".split(),
    False,
)
# Behind a name, these make the name of something else: `Ford Foundation`, `Kim Il Sung Square`, `Washington Post`.
HEADS = _words(
    """Agency Assembly Bureau Command Commission Committee Department Force Forces High Ministry Office Secretariat
    Security Academy Act Agreement Airlines Airport Airways Arena Army Association Avenue Award Awards Bank
    Boulevard Bridge Building Cathedral Center Centre Church Club College Company Corp Corporation Council Court
    Cup Declaration Doctrine Drive Field Foundation Fund Gallery Garden Gazette Group Hall Herald Hospital House
    Inc Institute Institution Journal Laboratory Law League Library Medal Memorial Monument Museum Observatory
    Observer Opera Orchestra Palace Park Party Philharmonic Plan Post Prize River School Society Square Stadium
    Street Symphony Theater Theatre Times Tower Treaty Tribune Trophy Trust Union University War"""
)
SPORT = _words(
    """match matches goal goals coach team teams league cup tournament championship medal score scored scoring penalty
    striker goalkeeper midfielder season game games player players referee stadium final semifinal innings wicket"""
)
