//! The regions of the United Kingdom, told from a postcode.

use crate::choices;

choices! {
    /// Where an event is, for people who look near home: England's nine regions, and the other nations.
    Region {
        EastMidlands = "east-midlands", "East Midlands";
        EastOfEngland = "east-of-england", "East of England";
        London = "london", "London";
        NorthEast = "north-east", "North East";
        NorthWest = "north-west", "North West";
        SouthEast = "south-east", "South East";
        SouthWest = "south-west", "South West";
        WestMidlands = "west-midlands", "West Midlands";
        Yorkshire = "yorkshire-and-the-humber", "Yorkshire and the Humber";
        NorthernIreland = "northern-ireland", "Northern Ireland";
        Scotland = "scotland", "Scotland";
        Wales = "wales", "Wales";
    }
}

/// The postcode areas of each region. An area that lies in two is with the one where most of its people live, so that a few places
/// near a border count to their neighbours.
const AREAS: [(Region, &str); 12] = [
    (Region::EastMidlands, "DE LE LN NG NN"),
    (Region::EastOfEngland, "AL CB CM CO IP LU NR PE SG SS WD"),
    (Region::London, "BR CR E EC EN HA IG N NW RM SE SM SW TW UB W WC"),
    (Region::NorthEast, "DH DL NE SR TS"),
    (Region::NorthWest, "BB BL CA CH CW FY L LA M OL PR SK WA WN"),
    (Region::SouthEast, "BN CT DA GU HP KT ME MK OX PO RG RH SL SO TN"),
    (Region::SouthWest, "BA BH BS DT EX GL PL SN SP TA TQ TR"),
    (Region::WestMidlands, "B CV DY HR ST SY TF WR WS WV"),
    (Region::Yorkshire, "BD DN HD HG HU HX LS S WF YO"),
    (Region::NorthernIreland, "BT"),
    (Region::Scotland, "AB DD DG EH FK G HS IV KA KW KY ML PA PH TD ZE"),
    (Region::Wales, "CF LD LL NP SA"),
];

impl Region {
    /// The region of a postcode, by the letters it begins with. None for one that is nowhere, such as those of examples.
    pub fn of_postcode(postcode: &str) -> Option<Self> {
        let letters = postcode.trim().split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default().to_ascii_uppercase();
        AREAS.iter().find(|(_, areas)| areas.split(' ').any(|area| area == letters)).map(|(region, _)| *region)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_tells_its_region_by_its_letters() {
        for (postcode, region) in [
            ("S1 2HH", Region::Yorkshire),
            ("SE1 7PB", Region::London),
            ("M1 1AE", Region::NorthWest),
            ("bt1 5gs", Region::NorthernIreland),
            ("EH1 1YZ", Region::Scotland),
            ("CF10 1EP", Region::Wales),
        ] {
            assert_eq!(Region::of_postcode(postcode), Some(region), "{postcode}");
        }
        for nowhere in ["ZZ1 1ZZ", "", "12", "\u{65e5}\u{672c}"] {
            assert_eq!(Region::of_postcode(nowhere), None, "{nowhere}");
        }
    }

    #[test]
    fn no_area_is_in_two_regions_and_none_is_missing() {
        let mut all: Vec<&str> = AREAS.iter().flat_map(|(_, areas)| areas.split(' ')).collect();
        all.sort_unstable();
        let count = all.len();
        all.dedup();
        assert_eq!((all.len(), count), (121, 121), "all of the United Kingdom's but the islands of the Crown");
        assert!(Region::ALL.iter().all(|region| AREAS.iter().any(|(r, _)| r == region)));
    }
}
