//! What CloudWatch's arithmetic makes of figures, as far as the template's alarms use it: names, numbers, `+ - * /`, `>=`, `IF`, `FILL`,
//! `SUM(METRICS())`.

/// A figure by its id; none where nothing was counted.
type Figures<'a> = &'a [(&'a str, Option<f64>)];

/// What an expression gives.
pub fn value(expression: &str, figures: Figures<'_>) -> f64 {
    let mut reader = Reader { rest: expression, figures };
    let value = reader.comparison();
    assert!(reader.rest.trim().is_empty(), "these tests don't know {} in {expression}", reader.rest);
    value.unwrap_or_else(|| panic!("{expression} gives nothing for {figures:?}"))
}

struct Reader<'a> {
    rest: &'a str,
    figures: Figures<'a>,
}

impl<'a> Reader<'a> {
    fn takes(&mut self, sign: &str) -> bool {
        self.rest = self.rest.trim_start();
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn must(&mut self, sign: &str) {
        assert!(self.takes(sign), "{sign} is missing before {:?}", self.rest);
    }

    fn comparison(&mut self) -> Option<f64> {
        let left = self.sum();
        match self.takes(">=") {
            true => self.sum().zip(left).map(|(right, left)| f64::from(u8::from(left >= right))),
            false => left,
        }
    }

    fn sum(&mut self) -> Option<f64> {
        let mut sum = self.product();
        loop {
            match (self.takes("+"), self.takes("-")) {
                (true, _) => sum = self.product().zip(sum).map(|(one, sum)| sum + one),
                (_, true) => sum = self.product().zip(sum).map(|(one, sum)| sum - one),
                _ => return sum,
            }
        }
    }

    fn product(&mut self) -> Option<f64> {
        let mut product = self.one();
        loop {
            match (self.takes("*"), self.takes("/")) {
                (true, _) => product = self.one().zip(product).map(|(one, product)| product * one),
                (_, true) => product = self.one().zip(product).map(|(one, product)| product / one),
                _ => return product,
            }
        }
    }

    fn one(&mut self) -> Option<f64> {
        match self.word() {
            "IF" => {
                let [asked, yes, no] = self.three();
                if asked? == 0.0 { no } else { yes }
            }
            "FILL" => {
                self.must("(");
                let figure = self.comparison();
                self.must(",");
                let instead = self.comparison();
                self.must(")");
                figure.or(instead)
            }
            "SUM" => {
                self.must("(METRICS())");
                Some(self.figures.iter().filter_map(|(_, figure)| *figure).sum())
            }
            word if word.starts_with(|letter: char| letter.is_ascii_digit()) => Some(word.parse().expect("a number")),
            name => self.figures.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("no figure is called {name:?}")).1,
        }
    }

    fn three(&mut self) -> [Option<f64>; 3] {
        self.must("(");
        let first = self.comparison();
        self.must(",");
        let second = self.comparison();
        self.must(",");
        let third = self.comparison();
        self.must(")");
        [first, second, third]
    }

    fn word(&mut self) -> &'a str {
        let rest = self.rest.trim_start();
        let (word, rest) = rest.split_at(rest.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(rest.len()));
        self.rest = rest;
        word
    }
}
