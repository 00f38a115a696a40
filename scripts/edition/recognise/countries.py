"""Countries and what is said of them: `French` of France. Data only; the words with which a text says where a ministry
or a party is."""

# A country, then the adjectives of it; `_` joins words. Several countries may share an adjective (`Korean`).
_COUNTRIES = """
Afghanistan Afghan|Albania Albanian|Algeria Algerian|Angola Angolan|Argentina Argentine Argentinian|Armenia Armenian
Australia Australian|Austria Austrian|Azerbaijan Azerbaijani Azeri|Bahrain Bahraini|Bangladesh Bangladeshi
Belarus Belarusian|Belgium Belgian|Bolivia Bolivian|Bosnia Bosnian|Botswana|Brazil Brazilian|Bulgaria Bulgarian
Cambodia Cambodian|Cameroon Cameroonian|Canada Canadian|Chad Chadian|Chile Chilean|China Chinese|Colombia Colombian
Congo Congolese|Costa_Rica Costa_Rican|Croatia Croatian|Cuba Cuban|Cyprus Cypriot|Czech_Republic Czech|Denmark Danish
Ecuador Ecuadorian|Egypt Egyptian|El_Salvador Salvadoran|England English|Eritrea Eritrean|Estonia Estonian
Ethiopia Ethiopian|Finland Finnish|France French|Gabon Gabonese|Georgia Georgian|Germany German|Ghana Ghanaian
Greece Greek|Guatemala Guatemalan|Haiti Haitian|Honduras Honduran|Hungary Hungarian|Iceland Icelandic|India Indian
Indonesia Indonesian|Iran Iranian|Iraq Iraqi|Ireland Irish|Israel Israeli|Italy Italian|Ivory_Coast Ivorian
Jamaica Jamaican|Japan Japanese|Jordan Jordanian|Kazakhstan Kazakh|Kenya Kenyan|Kosovo Kosovar|Kuwait Kuwaiti
Kyrgyzstan Kyrgyz|Laos Laotian|Latvia Latvian|Lebanon Lebanese|Liberia Liberian|Libya Libyan|Lithuania Lithuanian
Luxembourg|Madagascar Malagasy|Malawi Malawian|Malaysia Malaysian|Mali Malian|Malta Maltese|Mexico Mexican
Moldova Moldovan|Mongolia Mongolian|Montenegro Montenegrin|Morocco Moroccan|Mozambique Mozambican|Myanmar Burmese
Namibia Namibian|Nepal Nepalese|Netherlands Dutch|New_Zealand|Nicaragua Nicaraguan|Niger Nigerien|Nigeria Nigerian
North_Korea North_Korean Korean|North_Macedonia Macedonian|Norway Norwegian|Oman Omani|Pakistan Pakistani
Palestine Palestinian|Panama Panamanian|Paraguay Paraguayan|Peru Peruvian|Philippines Philippine Filipino
Poland Polish|Portugal Portuguese|Qatar Qatari|Romania Romanian|Russia Russian|Rwanda Rwandan|Saudi_Arabia Saudi
Scotland Scottish|Senegal Senegalese|Serbia Serbian|Sierra_Leone|Singapore Singaporean|Slovakia Slovak
Slovenia Slovenian|Somalia Somali|South_Africa South_African|South_Korea South_Korean Korean|South_Sudan
Soviet_Union Soviet|Spain Spanish|Sri_Lanka Sri_Lankan|Sudan Sudanese|Sweden Swedish|Switzerland Swiss|Syria Syrian
Taiwan Taiwanese|Tajikistan Tajik|Tanzania Tanzanian|Thailand Thai|Togo Togolese|Tunisia Tunisian
Turkey Turkish|Turkmenistan Turkmen|Uganda Ugandan|Ukraine Ukrainian|United_Arab_Emirates Emirati
United_Kingdom British UK U.K.|United_States American US U.S. USA U.S.A.|Uruguay Uruguayan|Uzbekistan Uzbek
Venezuela Venezuelan|Vietnam Vietnamese|Wales Welsh|Yemen Yemeni|Zambia Zambian|Zimbabwe Zimbabwean
"""
# By what is written before a name: the countries that it may mean.
COUNTRIES: dict[str, frozenset[str]] = {}
for _line in _COUNTRIES.replace("\n", "|").strip("|").split("|"):
    _country, *_adjectives = (_word.replace("_", " ") for _word in _line.split())
    for _word in (_country, *_adjectives):
        COUNTRIES[_word] = COUNTRIES.get(_word, frozenset()) | {_country}

# Behind a comma, these say in which state a town is: `Paris, Texas`. Not those that are towns or countries as well.
_STATES = {
    "Australia": "New_South_Wales Queensland Tasmania",
    "Canada": "Alberta British_Columbia Manitoba Nova_Scotia Ontario Saskatchewan",
    "United States": """Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho
        Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi
        Missouri Montana Nebraska Nevada New_Hampshire New_Jersey New_Mexico North_Carolina North_Dakota Ohio Oklahoma
        Oregon Pennsylvania Rhode_Island South_Carolina South_Dakota Tennessee Texas Utah Vermont Virginia
        West_Virginia Wisconsin Wyoming""",
}
# By state, the country that it is part of.
STATES = {state.replace("_", " "): country for country, states in _STATES.items() for state in states.split()}
