//! What can give somebody away, and what to do about it in plain words.

/// What can give somebody away. The surer kinds come first: where two meet, the first stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `wren@example.org`.
    Email,
    /// `@wren_writes`, `instagram.com/wren`.
    Handle,
    /// Ten digits with a right check digit.
    NhsNumber,
    /// A phone number that could be somebody's own.
    Phone,
    /// `ZZ1 1ZZ`.
    Postcode,
    /// A day, not only a month or a year.
    Date,
    /// `42 years old`, `born in 1984`.
    Age,
    /// `Ward 7`, `Maple Ward`, `the Willow Unit`.
    Ward,
    /// A person's name: staff, family, friends.
    Person,
    /// A town, a street, a hospital, a school.
    Place,
    /// `the only man on`, `one of two`.
    SmallGroup,
}

impl Kind {
    /// Every kind, the surest first.
    pub const ALL: [Self; 11] = [
        Self::Email,
        Self::Handle,
        Self::NhsNumber,
        Self::Phone,
        Self::Postcode,
        Self::Date,
        Self::Age,
        Self::Ward,
        Self::Person,
        Self::Place,
        Self::SmallGroup,
    ];

    /// The name in forms and records.
    pub fn value(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Handle => "handle",
            Self::NhsNumber => "nhs-number",
            Self::Phone => "phone",
            Self::Postcode => "postcode",
            Self::Date => "date",
            Self::Age => "age",
            Self::Ward => "ward",
            Self::Person => "person",
            Self::Place => "place",
            Self::SmallGroup => "small-group",
        }
    }

    /// What it is, as a page says it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Email => "An email address",
            Self::Handle => "A social media name",
            Self::NhsNumber => "An NHS number",
            Self::Phone => "A phone number",
            Self::Postcode => "A postcode",
            Self::Date => "An exact date",
            Self::Age => "An age",
            Self::Ward => "The name of a ward or unit",
            Self::Person => "Somebody’s name",
            Self::Place => "The name of a place",
            Self::SmallGroup => "A group so small that it points to one person",
        }
    }

    /// What to do about it.
    pub fn suggestion(self) -> &'static str {
        match self {
            Self::Email => "Take it out. Whoever reads it can write to you and look for you by it.",
            Self::Handle => "Take it out. It leads to everything else under that name.",
            Self::NhsNumber => "Take it out. It stands for one person only.",
            Self::Phone => "Take it out. Whoever reads it can ring that number.",
            Self::Postcode => "Take it out. It can stand for a dozen front doors.",
            Self::Date => "Say “one spring”, or give the year only.",
            Self::Age => "Say “in my forties”, or leave it out.",
            Self::Ward => "Say “a ward”, or “where I was staying”.",
            Self::Person => "Say what they are: “a nurse”, “my friend”. Or use another name, and say that you did.",
            Self::Place => "Say “a town in the north”, or “the hospital”.",
            Self::SmallGroup => "Make the group larger: “one of a few of us”. Or leave it out.",
        }
    }

    /// Whether it has a pattern that a program can know, and not only words that could mean many things.
    pub fn is_patterned(self) -> bool {
        matches!(self, Self::Email | Self::Handle | Self::NhsNumber | Self::Phone | Self::Postcode | Self::Date | Self::Age)
    }
}
