"""The lists of names that are kept by hand: demonyms, groups, organisations, lands, titles. Our own selection."""

DEMONYMS = """Afghan Afghans Albanian Albanians Algerian Algerians American Americans Angolan Angolans Arab Arabs Argentine Argentines
Argentinian Armenian Armenians Asian Asians Australian Australians Austrian Austrians Azerbaijani Azeri Bahraini Bangladeshi Bangladeshis
Belarusian Belarusians Belgian Belgians Bolivian Bolivians Bosnian Bosnians Brazilian Brazilians Briton Britons British Bulgarian Bulgarians
Burmese Burundian Cambodian Cambodians Cameroonian Cameroonians Canadian Canadians Catalan Catalans Chadian Chechen Chechens Chilean Chileans
Chinese Colombian Colombians Congolese Croat Croatian Croatians Croats Cuban Cubans Cypriot Cypriots Czech Czechs Dane Danes Danish Dutch
Ecuadorean Ecuadorian Egyptian Egyptians Emirati Emiratis English Eritrean Estonian Estonians Ethiopian Ethiopians European Europeans Filipino
Filipinos Finn Finnish Finns Flemish French Frenchman Gabonese Gambian Georgian Georgians German Germans Ghanaian Ghanaians Greek Greeks
Guatemalan Guinean Haitian Haitians Hispanic Hispanics Honduran Hondurans Hungarian Hungarians Icelandic Indian Indians Indonesian Indonesians
Iranian Iranians Iraqi Iraqis Irish Israeli Israelis Italian Italians Ivorian Jamaican Jamaicans Japanese Jordanian Jordanians Kashmiri Kashmiris
Kazakh Kazakhs Kenyan Kenyans Korean Koreans Kosovar Kurd Kurdish Kurds Kuwaiti Kuwaitis Kyrgyz Laotian Latino Latinos Latvian Latvians Lebanese
Liberian Liberians Libyan Libyans Lithuanian Lithuanians Macedonian Macedonians Malawian Malawians Malaysian Malaysians Malian Maltese
Mauritanian Mexican Mexicans Moldovan Moldovans Mongolian Mongolians Montenegrin Moroccan Moroccans Mozambican Namibian Nepalese Nepali
Nicaraguan Nigerian Nigerians Nigerien Norwegian Norwegians Omani Pakistani Pakistanis Palestinian Palestinians Panamanian Paraguayan Pashtun
Persian Peruvian Peruvians Pole Poles Polish Portuguese Qatari Qataris Roma Romanian Romanians Russian Russians Rwandan Rwandans Salvadoran
Samoan Saudi Saudis Scandinavian Scot Scots Scottish Senegalese Serb Serbian Serbians Serbs Singaporean Singaporeans Slovak Slovaks Slovene
Slovenian Somali Somalis Spaniard Spaniards Spanish Sudanese Surinamese Swede Swedes Swedish Swiss Syrian Syrians Taiwanese Tajik Tamil Tamils
Tanzanian Tanzanians Thai Thais Tibetan Tibetans Togolese Tongan Tunisian Tunisians Turk Turkish Turkmen Turks Ugandan Ugandans Ukrainian
Ukrainians Uruguayan Uyghur Uyghurs Uighur Uighurs Uzbek Uzbeks Venezuelan Venezuelans Vietnamese Welsh Western Yemeni Yemenis Zambian Zambians
Zimbabwean Zimbabweans Soviet Soviets African Africans Latin Californian Californians Texan Texans Londoner Londoners Parisian""".split()
GROUPS = """Christian Christians Catholic Catholics Protestant Protestants Orthodox Muslim Muslims Islamic Islamist Islamists Sunni Sunnis Shia
Shiite Shiites Jew Jews Jewish Hindu Hindus Buddhist Buddhists Sikh Sikhs Mormon Mormons Evangelical Evangelicals Republican Republicans Democrat
Democrats Democratic Tory Tories Labourite Liberal Liberals Conservative Conservatives Communist Communists Socialist Socialists Marxist Maoist
Maoists Nazi Nazis Zionist Zionists Libertarian Greens Sadrist Houthi Houthis Rohingya Hutu Hutus Tutsi Tutsis Zulu Yoruba Igbo Hausa Maori Inuit
Cossack Alawite Alawites Druze Yazidi Yazidis Baloch Punjabi Bengali Gujarati Sinhalese Unionist Peronist Chavista""".split()
ALIASES_GPE = """U.S.|US|U.S|USA|U.S.A.|U.K.|UK|America|Britain|Great Britain|England|Scotland|Wales|Northern Ireland|Russia|Soviet Union|USSR|Czech Republic
South Korea|North Korea|Burma|Ivory Coast|Congo|DRC|Palestine|Gaza|Gaza Strip|West Bank|Kosovo|Taiwan|Tibet|Hong Kong|Macau|Vatican|Holland|UAE|Emirates|Bosnia
Macedonia|East Timor|Kashmir|Chechnya|Crimea|Catalonia|Kurdistan|Darfur|Abkhazia|South Ossetia|Transnistria|Ulster|Bavaria|Quebec|Ontario|Alberta
British Columbia|New South Wales|Queensland|Victoria|Tasmania|Punjab|Sindh|Balochistan|Khyber Pakhtunkhwa|Kerala|Gujarat|Maharashtra|Bihar|Tamil Nadu|Karnataka
West Bengal|Uttar Pradesh|Assam|Rajasthan|Washington|D.C.|Washington D.C.|Washington, D.C.|New York|New York City|NYC|L.A.|LA|Moscow|Beijing|Brussels
Kiev|Kyiv|Bombay|Calcutta|Saigon|Helsinki|Geneva|The Hague|Hague|St. Petersburg|St. Louis|Republic of Ireland|Republic of Congo|Swaziland|Eswatini|Cape Verde""".replace(
    "\n", "|"
).split("|")
US_STATES_SHORT = """Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn. Miss. Mo. Mont. Neb. Nev. N.H. N.J. N.M. N.Y. N.C.
N.D. Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Tex. Va. Vt. Wash. W.Va. Wis. Wyo.""".split()
LOCATIONS = """Indo-Pacific|Africa|Asia|Europe|Antarctica|North America|South America|Latin America|Central America|Middle East|Far East|Southeast Asia|South Asia|Central Asia
East Africa|West Africa|North Africa|Southern Africa|Sub-Saharan Africa|Western Europe|Eastern Europe|Caribbean|Balkans|Baltics|Caucasus|Scandinavia|Arctic
Pacific|Atlantic|Mediterranean|Pacific Ocean|Atlantic Ocean|Indian Ocean|Arctic Ocean|Black Sea|Red Sea|Dead Sea|North Sea|Baltic Sea|Caspian Sea|South China Sea|East China Sea
Persian Gulf|Gulf of Mexico|Gulf|Gulf of Aden|Bay of Bengal|Suez Canal|Panama Canal|English Channel|Nile|Danube|Rhine|Thames|Amazon|Mississippi River|Ganges|Mekong|Yangtze|Euphrates|Tigris
Sahara|Sahel|Himalayas|Alps|Andes|Pyrenees|Rocky Mountains|Mount Everest|Siberia|Patagonia|Sinai|Sinai Peninsula|Crimean Peninsula|Korean Peninsula|Horn of Africa|Golan Heights|Midwest|Deep South|New England|East Coast|West Coast|Silicon Valley|Wall Street|Mars|Moon|Earth""".replace(
    "\n", "|"
).split("|")
LAND_HEADS = """River Lake Sea Ocean Bay Gulf Strait Channel Canal Mount Mountain Mountains Hill Hills Valley Island Islands Peninsula Cape Coast Desert
Forest Park Basin Delta Falls Glacier Plateau Ridge Reef Beach Creek Highlands Province District County Region Street Road Avenue Square Bridge
Airport Station Stadium Tower Palace Cathedral Church Mosque Temple Hospital Prison Plaza Hotel Museum Harbour Harbor Port Dam Highway Village""".split()
ORG_HEADS = """Ministry Department Bank University College School Institute Party Party's Agency Association Federation Union League Council Committee
Commission Company Corporation Corp. Inc Inc. Ltd Ltd. Co. LLC PLC plc Group Holdings Partners Fund Foundation Trust Society Organization Organisation Office
Bureau Service Services Authority Court Senate Congress Parliament Assembly House Army Navy Force Police Corps Guard Brigade Front Movement Alliance
Coalition Network News Times Post Journal Daily Herald Tribune Gazette Guardian Telegraph Broadcasting Radio Television TV Press Media Airlines Airways Motors
Energy Oil Gas Electric Industries International Club FC United Team Board Center Centre Laboratory Laboratories Hospital Academy Brotherhood
Congregation Campaign Administration Secretariat Chamber Cabinet Tribunal Insurance Financial Capital Technologies Systems Software Studios Records Entertainment
ministry bank""".split()
ORG_NAMES = """United Nations|UN|U.N.|European Union|EU|E.U.|NATO|Nato|World Bank|International Monetary Fund|IMF|World Health Organization|WHO|UNICEF|Unicef|UNESCO|Unesco|UNHCR|World Trade Organization|WTO
OPEC|Opec|African Union|AU|Arab League|ASEAN|Asean|SAARC|ECOWAS|Ecowas|Red Cross|Amnesty International|Human Rights Watch|Greenpeace|Oxfam|FIFA|Fifa|UEFA|Uefa|IOC|NFL|NBA|MLB|NHL|NCAA|CIA|FBI|NSA|NASA|Nasa|FDA|EPA|CDC|IRS|DHS|FEMA|SEC
Congress|Senate|House|House of Representatives|Supreme Court|Pentagon|White House|Kremlin|State Department|Justice Department|Treasury|Federal Reserve|Fed|Interpol|Europol|Parliament|Knesset|Bundestag|Duma|Lok Sabha|Rajya Sabha
Reuters|Associated Press|AP|AFP|Agence France-Presse|UPI|Xinhua|TASS|Tass|Interfax|RIA Novosti|Kyodo|Yonhap|PTI|ANI|BBC|CNN|NBC|ABC|CBS|PBS|NPR|MSNBC|Fox News|Al Jazeera|Sky News|ITV|Bloomberg|New York Times|Washington Post|Wall Street Journal|Guardian|Daily Mail|USA Today|Politico|BuzzFeed|Breitbart
Google|Facebook|Twitter|Apple|Microsoft|Amazon.com|Samsung|Sony|Toyota|Honda|Nissan|Volkswagen|BMW|Boeing|Airbus|Shell|BP|ExxonMobil|Exxon|Chevron|Gazprom|Rosneft|Huawei|Alibaba|Tencent|Intel|IBM|Nokia|Siemens|Goldman Sachs|JPMorgan|Citigroup|HSBC|Barclays|Walmart|Uber|Netflix|YouTube|Instagram|WhatsApp|TikTok
Hamas|Hezbollah|Hizbullah|Fatah|Taliban|al-Qaida|al-Qaeda|Al-Qaeda|al Qaeda|Islamic State|ISIS|ISIL|Boko Haram|al-Shabab|al-Shabaab|Al-Shabaab|PLO|PKK|IRA|ETA|FARC|Farc|LTTE|BJP|ANC|PPP|PML-N|PTI|Labour|Labour Party|Conservative Party|Republican Party|Democratic Party|GOP|DNC|RNC|Communist Party|Likud|Muslim Brotherhood|ACLU|NRA|NAACP|AFL-CIO
Manchester United|Liverpool|Chelsea|Arsenal|Real Madrid|Barcelona|Juventus|Bayern Munich|Security Council|General Assembly|Scotland Yard|Downing Street|Whitehall|Bank of England|European Central Bank|ECB|European Commission|European Parliament|Council of Europe""".replace(
    "\n", "|"
).split("|")
TITLES = """President Vice-President Minister Premier Chancellor King Queen Prince Princess Senator Sen. Sens. Representative Rep. Reps. Congressman Congresswoman Governor Gov.
Govs. Mayor Secretary Ambassador Judge Justice General Gen. Colonel Col. Major Maj. Captain Capt. Lieutenant Lt. Sergeant Sgt. Admiral Adm. Commander Cmdr. Officer
Detective Inspector Superintendent Sheriff Chief Director Chairman Chairwoman Chair CEO Professor Prof. Doctor Dr. Dr Mr. Mr Mrs. Mrs Ms. Ms Miss Sir Dame Lord Lady Baroness Pope
Cardinal Archbishop Bishop Father Reverend Rev. Rabbi Imam Ayatollah Sheikh Sultan Emir Attorney Prosecutor Lawyer Spokesman Spokeswoman Spokesperson Coach Manager Councillor Speaker""".split()
MONTHS = """January February March April May June July August September October November December Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. Monday
Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter Ramadan Thanksgiving""".split()
PEOPLES = """Mapuche Maasai Masai Aboriginal Aboriginals Aborigine Aborigines Māori Sherpas Métis Mohawk Navajo Cherokee Sioux Quechua Aymara Berber Berbers Amazigh
Bedouin Bedouins Tuareg Tuaregs Fulani Kikuyu Xhosa Oromo Amhara Tigrayan Tigrayans Pashtuns Hazara Hazaras Malays Javanese Afrikaner Afrikaners Dalit Dalits Brahmin
Brahmins Tatar Tatars Cossacks Anglican Anglicans Methodist Methodists Baptists Lutheran Lutherans Presbyterian Presbyterians Pentecostal Pentecostals Quaker Quakers
Coptic Copts Salafi Salafist Salafists Wahhabi Sufi Sufis Ismaili Ahmadi Ahmadis Taoist Hasidic Jains Zoroastrian Latina Latinas Westerner Westerners Marxists Zulus
Scandinavians Uygur Uygurs Mayan Aztec Ottoman Ottomans Inuktitut Gaelic Mandarin Cantonese Swahili Arabic Hebrew Hindi Urdu Farsi Hindutva Indigenous""".split()
GROUP_PHRASES = """First Nations|First Nation|Torres Strait Islander|Torres Strait Islanders|Native American|Native Americans|Asian American|Asian Americans
South African|South Africans|North African|North Africans|East African|East Africans|West African|West Africans
North Korean|North Koreans|South Korean|South Koreans|Latin American|Latin Americans|North American|North Americans
South American|South Americans|Central American|Central Americans|Sri Lankan|Sri Lankans|Costa Rican|Costa Ricans
Puerto Rican|Puerto Ricans|Saudi Arabian|Saudi Arabians|Sierra Leonean|Sierra Leoneans|New Zealander|New Zealanders
South Asian|South Asians|East Asian|East Asians|South Sudanese|East Timorese|Middle Eastern|Middle Easterners
Eastern European|Eastern Europeans|Western European|Western Europeans|Central Asian|Northern Irish
Pacific Islander|Pacific Islanders|Hong Konger|Hong Kongers|African American|African Americans|African-American|African-Americans|Gen Z|Gen Zers|Indigenous Peoples|Indigenous Australians""".replace(
    "\n", "|"
).split("|")
EVENTS = """Ramadan|Diwali|Christmas|Easter|Eid|Eid al-Fitr|Eid al-Adha|Ram Navami|Holi|Hanukkah|Passover|Yom Kippur|Rosh Hashanah|Thanksgiving|Halloween
Lunar New Year|Chinese New Year|Songkran|Durga Puja|World War I|World War II|World War One|World War Two|Cold War|First World War|Second World War|Gulf War
Vietnam War|Korean War|Civil War|Holocaust|Arab Spring|Brexit|World Cup|Olympics|Olympic Games|Winter Olympics|Summer Olympics|Paralympics|Super Bowl|Eurovision
Oscars|Grammys|Copa America|Grand Slam|Tour de France|Davis Cup|Black Friday|Watergate|Commonwealth Games|Asian Games|Mardi Gras""".replace(
    "\n", "|"
).split("|")
WORKS = "Bible|Koran|Quran|Qur’an|Talmud|Torah".split("|")
