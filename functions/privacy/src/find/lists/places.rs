//! Places: towns, and what a street or a house is called.

/// Towns, cities and counties whose names are no other word.
#[rustfmt::skip]
pub(super) const TOWNS: &[&str] = &[
    "aberdeen", "aberystwyth", "airdrie", "antrim", "armagh", "ashford", "aylesbury", "ayr", "ayrshire", "ballymena", "banbury", "bangor",
    "barnet", "barnsley", "barnstaple", "basildon", "basingstoke", "bedford", "bedfordshire", "belfast", "berkshire", "berwick", "birkenhead",
    "birmingham", "blackburn", "blackpool", "bolton", "boston", "bournemouth", "bracknell", "bradford", "brecon", "brent", "bridgend", "brighton",
    "bristol", "bromley", "buckinghamshire", "burnley", "caernarfon", "caerphilly", "camberwell", "cambridge", "cambridgeshire", "camden",
    "canterbury", "cardiff", "carlisle", "carmarthen", "chelmsford", "cheltenham", "cheshire", "chester", "chesterfield", "chichester",
    "clydebank", "colchester", "cornwall", "coventry", "crawley", "crewe", "croydon", "cumbernauld", "cumbria", "darlington", "dartford",
    "derbyshire", "derry", "devon", "doncaster", "dorset", "dudley", "dumfries", "dundee", "dunfermline", "durham", "ealing", "eastbourne",
    "edinburgh", "enfield", "essex", "exeter", "falkirk", "fife", "galashiels", "gateshead", "glasgow", "gloucester", "gloucestershire", "govan",
    "grangemouth", "greenock", "greenwich", "grimsby", "guildford", "gwynedd", "hackney", "halifax", "hampshire", "harlow", "harrogate",
    "hartlepool", "hastings", "haverfordwest", "hawick", "hereford", "herefordshire", "hertford", "hertfordshire", "hounslow", "huddersfield",
    "hull", "inverness", "ipswich", "islington", "kettering", "kidderminster", "kilmarnock", "kirkcaldy", "kirklees", "lambeth", "lanark",
    "lanarkshire", "lancashire", "lancaster", "leeds", "leicester", "leicestershire", "leith", "lewes", "lewisham", "lichfield", "lincoln",
    "lincolnshire", "lisburn", "liverpool", "livingston", "llandudno", "llanelli", "london", "londonderry", "loughborough", "lowestoft", "luton",
    "maidstone", "manchester", "mansfield", "margate", "merthyr", "middlesbrough", "motherwell", "newcastle", "newham", "newport", "newry",
    "norfolk", "northampton", "northamptonshire", "northumberland", "norwich", "nottingham", "nottinghamshire", "nuneaton", "oban", "oldham",
    "orkney", "oxford", "oxfordshire", "paisley", "pembrokeshire", "penzance", "perth", "peterborough", "plymouth", "pontypridd", "portsmouth",
    "powys", "preston", "ramsgate", "redbridge", "redditch", "rhondda", "rhyl", "rochdale", "rotherham", "salford", "salisbury", "scarborough",
    "scunthorpe", "sheffield", "shetland", "shrewsbury", "shropshire", "slough", "solihull", "somerset", "southampton", "southend", "southwark",
    "staffordshire", "stevenage", "stirling", "stockport", "stockton", "stornoway", "suffolk", "sunderland", "surrey", "sussex", "swansea",
    "swindon", "tameside", "taunton", "teesside", "telford", "thanet", "torquay", "trafford", "truro", "tyneside", "wakefield", "walsall",
    "warrington", "warwick", "warwickshire", "watford", "westminster", "weymouth", "wigan", "wiltshire", "winchester", "wirral", "woking",
    "wolverhampton", "worcester", "worcestershire", "worthing", "wrexham", "yeovil", "york", "yorkshire",
];

/// Towns whose names are other words too.
#[rustfmt::skip]
pub(super) const OFTEN_OTHER: &[&str] = &[
    "reading", "bath", "derby", "wells", "deal", "ware", "rugby", "stafford", "kent", "barking", "bury", "poole", "sale", "hove", "rye", "hope",
    "skye", "barry", "mold", "flint", "dover", "kendal", "ely", "bude",
];

/// Behind a capital word these make a street or a house of everybody's.
#[rustfmt::skip]
pub(super) const SURE: &[&str] = &[
    "street", "road", "lane", "avenue", "crescent", "terrace", "close", "grove", "mews", "drive", "gardens", "hospital", "infirmary", "school",
    "college", "university", "academy", "surgery", "church", "mosque", "temple", "synagogue", "library", "clinic", "hospice", "prison", "nursery",
    "station", "centre", "practice", "council", "estate", "cathedral", "chapel", "pharmacy", "trust", "hotel",
];

/// These only behind a number, or behind "in", "on", "at".
#[rustfmt::skip]
pub(super) const MAYBE: &[&str] = &[
    "way", "place", "square", "park", "hill", "row", "rise", "view", "court", "bridge", "green", "farm", "walk", "quay", "hall",
];

/// Before "in", "near", "to": somebody lives there.
#[rustfmt::skip]
pub(super) const LIVING: &[&str] = &[
    "live", "lived", "lives", "living", "moved", "move", "grew", "born", "based", "stayed", "stay", "staying", "moving", "housed", "detained",
    "admitted", "back", "home", "up", "village", "town", "came", "come",
];

/// Behind a capital word these make a ward.
#[rustfmt::skip]
pub(super) const WARDS: &[&str] = &[
    "ward", "unit", "suite", "lodge", "wing", "house", "villa",
];
