//! A macro for the closed lists that forms offer: one table gives the enum, its form value and its words.

/// Defines an enum with `value()` (as in forms and records), `words()` (as on pages), `ALL` and `from_value`.
#[macro_export]
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $value:literal, $words:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $value)] $variant,)+ }

        impl $name {
            /// Every choice, in the order in which forms show them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The value used in forms, addresses and records.
            pub fn value(self) -> &'static str {
                match self { $(Self::$variant => $value,)+ }
            }

            /// The words shown to people.
            pub fn words(self) -> &'static str {
                match self { $(Self::$variant => $words,)+ }
            }

            /// Its number in that order, from 1.
            pub fn number(self) -> usize {
                self as usize + 1
            }

            /// The one after it.
            pub fn next(self) -> Option<Self> {
                Self::ALL.get(self.number()).copied()
            }

            /// The one before it.
            pub fn before(self) -> Option<Self> {
                Self::ALL[..self.number() - 1].last().copied()
            }

            /// The choice with this form value.
            pub fn from_value(value: &str) -> Option<Self> {
                match value { $($value => Some(Self::$variant),)+ _ => None }
            }

            /// The choice with this form value, or the sentence that asks for one.
            pub fn parse(value: &str, missing: &str) -> Result<Self, String> {
                Self::from_value(value.trim()).ok_or_else(|| missing.to_owned())
            }
        }
    };
}
