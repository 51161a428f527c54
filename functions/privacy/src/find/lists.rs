//! Words that several finders know. Small letters.

/// What people are to one another, and at work: a capital name behind one of these is a person's.
#[rustfmt::skip]
pub(super) const ROLES: &[&str] = &[
    "nurse", "nurses", "doctor", "gp", "psychiatrist", "psychologist", "therapist", "counsellor", "keyworker", "worker", "coordinator",
    "co-ordinator", "cpn", "manager", "consultant", "midwife", "visitor", "ot", "carer", "advocate", "teacher", "headteacher", "tutor",
    "boss", "physio", "physiotherapist", "dentist", "receptionist", "assistant", "officer", "commissioner", "solicitor", "pharmacist",
    "registrar", "matron", "chaplain", "volunteer", "colleague", "facilitator", "friend", "neighbour", "sister", "brother", "mum", "mam",
    "mother", "dad", "father", "husband", "wife", "partner", "daughter", "son", "aunt", "auntie", "uncle", "cousin", "nan", "gran", "grandma",
    "grandad", "niece", "nephew", "boyfriend", "girlfriend", "flatmate", "roommate", "ex", "buddy", "mentor",
];

/// Before a name.
pub(super) const TITLES: &[&str] = &[
    "dr",
    "doctor",
    "nurse",
    "sister",
    "matron",
    "professor",
    "prof",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "councillor",
    "cllr",
    "rev",
    "reverend",
    "pc",
    "sergeant",
    "inspector",
    "sir",
    "dame",
    "lady",
    "lord",
];

/// First names that are hardly ever another word.
#[rustfmt::skip]
pub(super) const NAMES: &[&str] = &[
    "aaron", "abdul", "adam", "agnieszka", "ahmed", "aisha", "alan", "alex", "alice", "alison", "amanda", "amina", "andrew", "angela", "anna",
    "anne", "anthony", "ben", "beth", "brenda", "brian", "callum", "carol", "caroline", "catherine", "charlotte", "chloe", "chris",
    "christine", "claire", "colin", "craig", "daniel", "darren", "david", "dave", "dawn", "deborah", "denise", "diane", "donna", "doug",
    "elaine", "elizabeth", "emily", "emma", "fatima", "fiona", "gareth", "gary", "gemma", "geoff", "george", "gillian", "graham", "hannah",
    "harry", "hassan", "hazel", "heather", "helen", "ian", "imran", "jacqueline", "jamie", "jane", "janet", "jason", "jennifer", "jenny",
    "jessica", "jo", "joan", "joanna", "joanne", "joe", "john", "jonathan", "joseph", "judith", "julia", "julie", "karen", "kate", "katie",
    "keith", "kelly", "kenneth", "kevin", "kieran", "kirsty", "laura", "leanne", "lesley", "liam", "linda", "lisa", "lorraine", "louise",
    "lucy", "lynn", "malcolm", "margaret", "maria", "marie", "martin", "mary", "matthew", "maureen", "michael", "michelle", "mohammed",
    "morag", "muhammad", "natalie", "neil", "nicola", "nigel", "olivia", "pamela", "patricia", "patrick", "paul", "pauline", "peter",
    "philip", "priya", "rachel", "rebecca", "richard", "robert", "roger", "rosemary", "ruth", "ryan", "sally", "samantha", "sandra", "sarah",
    "sean", "sharon", "sheila", "shirley", "siân", "simon", "sophie", "stephanie", "stephen", "steven", "stuart", "sunil", "susan", "suzanne",
    "terry", "thomas", "tracey", "trevor", "valerie", "vicky", "wayne", "wendy", "yusuf", "yvonne", "zoe",
];

/// Towns, cities and counties whose names are no other word.
#[rustfmt::skip]
pub(super) const TOWNS: &[&str] = &[
    "aberdeen", "aberystwyth", "airdrie", "antrim", "armagh", "ashford", "aylesbury", "ayr", "ayrshire", "ballymena", "banbury", "bangor",
    "barnet", "barnsley", "barnstaple", "basildon", "basingstoke", "bedford", "bedfordshire", "belfast", "berkshire", "berwick", "birkenhead",
    "birmingham", "blackburn", "blackpool", "bolton", "boston", "bournemouth", "bracknell", "bradford", "brecon", "brent", "bridgend",
    "brighton", "bristol", "bromley", "buckinghamshire", "burnley", "caernarfon", "caerphilly", "camberwell", "cambridge", "cambridgeshire",
    "camden", "canterbury", "cardiff", "carlisle", "carmarthen", "chelmsford", "cheltenham", "cheshire", "chester", "chesterfield",
    "chichester", "clydebank", "colchester", "cornwall", "coventry", "crawley", "crewe", "croydon", "cumbernauld", "cumbria", "darlington",
    "dartford", "derbyshire", "derry", "devon", "doncaster", "dorset", "dudley", "dumfries", "dundee", "dunfermline", "durham", "ealing",
    "eastbourne", "edinburgh", "enfield", "essex", "exeter", "falkirk", "fife", "galashiels", "gateshead", "glasgow", "gloucester",
    "gloucestershire", "govan", "grangemouth", "greenock", "greenwich", "grimsby", "guildford", "gwynedd", "hackney", "halifax", "hampshire",
    "harlow", "harrogate", "hartlepool", "hastings", "haverfordwest", "hawick", "hereford", "herefordshire", "hertford", "hertfordshire",
    "hounslow", "huddersfield", "hull", "inverness", "ipswich", "islington", "kettering", "kidderminster", "kilmarnock", "kirkcaldy",
    "kirklees", "lambeth", "lanark", "lanarkshire", "lancashire", "lancaster", "leeds", "leicester", "leicestershire", "leith", "lewes",
    "lewisham", "lichfield", "lincoln", "lincolnshire", "lisburn", "liverpool", "livingston", "llandudno", "llanelli", "london",
    "londonderry", "loughborough", "lowestoft", "luton", "maidstone", "manchester", "mansfield", "margate", "merthyr", "middlesbrough",
    "motherwell", "newcastle", "newham", "newport", "newry", "norfolk", "northampton", "northamptonshire", "northumberland", "norwich",
    "nottingham", "nottinghamshire", "nuneaton", "oban", "oldham", "orkney", "oxford", "oxfordshire", "paisley", "pembrokeshire", "penzance",
    "perth", "peterborough", "plymouth", "pontypridd", "portsmouth", "powys", "preston", "ramsgate", "redbridge", "redditch", "rhondda",
    "rhyl", "rochdale", "rotherham", "salford", "salisbury", "scarborough", "scunthorpe", "sheffield", "shetland", "shrewsbury", "shropshire",
    "slough", "solihull", "somerset", "southampton", "southend", "southwark", "staffordshire", "stevenage", "stirling", "stockport",
    "stockton", "stornoway", "suffolk", "sunderland", "surrey", "sussex", "swansea", "swindon", "tameside", "taunton", "teesside", "telford",
    "thanet", "torquay", "trafford", "truro", "tyneside", "wakefield", "walsall", "warrington", "warwick", "warwickshire", "watford",
    "westminster", "weymouth", "wigan", "wiltshire", "winchester", "wirral", "woking", "wolverhampton", "worcester", "worcestershire",
    "worthing", "wrexham", "yeovil", "york", "yorkshire",
];

/// Capital words that are nobody's name and no place's.
#[rustfmt::skip]
pub(super) const NOT_NAMES: &[&str] = &[
    "i", "i’m", "i'm", "i’ve", "i've", "i’d", "i'd", "i’ll", "i'll", "the", "a", "an", "and", "but", "so", "then", "it", "he", "she", "they",
    "we", "you", "my", "our", "his", "her", "their", "this", "that", "there", "when", "what", "who", "why", "how", "if", "in", "on", "at",
    "for", "from", "with", "by", "to", "of", "or", "as", "is", "was", "not", "no", "yes", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "christmas", "easter", "ramadan", "eid", "diwali", "english", "welsh", "scottish", "irish", "british", "gaelic",
    "urdu", "polish", "bsl", "nhs", "england", "scotland", "wales", "ireland", "britain", "uk", "europe", "zoom", "teams", "facebook",
    "google", "god", "covid", "adhd", "ptsd", "ocd", "pip", "cbt", "dbt", "ect", "cmht", "camhs", "a&e", "ae", "easy", "read", "co", "tv",
    "dr", "mr", "mrs", "ms", "one", "two", "three", "black", "asian", "deaf", "muslim", "christian", "sikh", "jewish", "hindu", "samaritans",
    "mind", "shout", "lego", "excel", "powerpoint", "word",
];
