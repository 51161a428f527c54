//! People: what they are, what they are called.

/// What people are to one another, and at work: a capital name behind one of these is a person's.
#[rustfmt::skip]
pub(super) const ROLES: &[&str] = &[
    "nurse", "nurses", "doctor", "gp", "psychiatrist", "psychologist", "therapist", "counsellor", "keyworker", "worker", "coordinator",
    "co-ordinator", "cpn", "manager", "consultant", "midwife", "visitor", "ot", "carer", "advocate", "teacher", "headteacher", "tutor", "boss",
    "physio", "physiotherapist", "dentist", "receptionist", "assistant", "officer", "commissioner", "solicitor", "pharmacist", "registrar",
    "matron", "chaplain", "volunteer", "colleague", "facilitator", "friend", "neighbour", "sister", "brother", "mum", "mam", "mother", "dad",
    "father", "husband", "wife", "partner", "daughter", "son", "aunt", "auntie", "uncle", "cousin", "nan", "gran", "grandma", "grandad", "niece",
    "nephew", "boyfriend", "girlfriend", "flatmate", "roommate", "ex", "buddy", "mentor",
];

/// Before a name.
#[rustfmt::skip]
pub(super) const TITLES: &[&str] = &[
    "dr", "doctor", "nurse", "sister", "matron", "professor", "prof", "mr", "mrs", "ms", "miss", "mx", "councillor", "cllr", "rev", "reverend",
    "pc", "sergeant", "inspector", "sir", "dame", "lady", "lord",
];

/// First names that are hardly ever another word.
#[rustfmt::skip]
pub(super) const NAMES: &[&str] = &[
    "aaron", "abdul", "adam", "agnieszka", "ahmed", "aisha", "alan", "alex", "alice", "alison", "amanda", "amina", "andrew", "angela", "anna",
    "anne", "anthony", "ben", "beth", "brenda", "brian", "callum", "carol", "caroline", "catherine", "charlotte", "chloe", "chris", "christine",
    "claire", "colin", "craig", "daniel", "darren", "david", "dave", "dawn", "deborah", "denise", "diane", "donna", "doug", "elaine", "elizabeth",
    "emily", "emma", "fatima", "fiona", "gareth", "gary", "gemma", "geoff", "george", "gillian", "graham", "hannah", "harry", "hassan", "hazel",
    "heather", "helen", "ian", "imran", "jacqueline", "jamie", "jane", "janet", "jason", "jennifer", "jenny", "jessica", "jo", "joan", "joanna",
    "joanne", "joe", "john", "jonathan", "joseph", "judith", "julia", "julie", "karen", "kate", "katie", "keith", "kelly", "kenneth", "kevin",
    "kieran", "kirsty", "laura", "leanne", "lesley", "liam", "linda", "lisa", "lorraine", "louise", "lucy", "lynn", "malcolm", "margaret",
    "maria", "marie", "martin", "mary", "matthew", "maureen", "michael", "michelle", "mohammed", "morag", "muhammad", "natalie", "neil", "nicola",
    "nigel", "olivia", "pamela", "patricia", "patrick", "paul", "pauline", "peter", "philip", "priya", "rachel", "rebecca", "richard", "robert",
    "roger", "rosemary", "ruth", "ryan", "sally", "samantha", "sandra", "sarah", "sean", "sharon", "sheila", "shirley", "siân", "simon", "sophie",
    "stephanie", "stephen", "steven", "stuart", "sunil", "susan", "suzanne", "terry", "thomas", "tracey", "trevor", "valerie", "vicky", "wayne",
    "wendy", "yusuf", "yvonne", "zoe",
];

/// Who can be the only one in a group.
#[rustfmt::skip]
pub(super) const PEOPLE: &[&str] = &[
    "person", "people", "man", "men", "woman", "women", "boy", "girl", "lad", "child", "patient", "patients", "carer", "carers", "mother",
    "father", "mum", "mam", "dad", "parent", "parents", "member", "members", "student", "students", "nurse", "nurses", "doctor", "worker",
    "workers", "user", "users", "resident", "residents", "tenant", "tenants", "volunteer", "volunteers", "trustee", "trustees", "survivor",
    "survivors", "veteran", "veterans", "teenager", "teenagers", "adult", "adults", "wife", "husband", "partner", "daughter", "son", "sister",
    "brother", "family", "families", "couple", "teacher", "farmer", "farmers", "speaker", "speakers", "signer", "refugee", "refugees",
    "grandmother", "grandfather", "chair", "manager", "driver", "employee", "colleague", "colleagues", "consultant", "psychiatrist",
    "psychologist", "midwife", "midwives", "councillor", "governor", "governors", "academic",
];
