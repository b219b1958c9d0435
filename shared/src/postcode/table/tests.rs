//! The table of CBS as it comes, in other ways, and as it cannot be read.

use std::fmt::Write;

use super::super::Lookup;
use super::*;

fn areas() -> Vec<Area> {
    serde_json::from_str(
        r#"[{"id":"wijk","kind":"wijk","name":"Wijk","cbs":{"code":"WK003401","year":2024}},
        {"id":"noord","parentId":"wijk","kind":"buurt","name":"Noord","cbs":{"code":"BU00340101","year":2024}},
        {"id":"flat","parentId":"noord","kind":"complex","name":"Flat","cbs":{"code":"BU00340101","year":2024}},
        {"id":"zuid","parentId":"wijk","kind":"buurt","name":"Zuid","cbs":{"code":"BU00340102","year":2024}},
        {"id":"polder","kind":"wijk","name":"Polder","cbs":{"code":"WK003402","year":2024}}]"#,
    )
    .unwrap()
}

fn read_here(text: &str) -> Result<(PostcodeTable, TableReceipt), Vec<String>> {
    read(text, "GM0034", &areas())
        .map_err(|faults| faults.iter().map(|fault| format!("{} {:?}", fault.field, fault.code)).collect())
}

fn look(table: &PostcodeTable, postcode: &str, number: Option<u32>) -> Lookup {
    let postcode = Postcode::parse(postcode).unwrap();
    table.blocks.get(&postcode.digits()).map_or(Lookup::Unknown, |block| block.find(postcode, number))
}

fn found(area: &str) -> Lookup {
    Lookup::Found { area_id: area.parse().unwrap() }
}

#[test]
fn the_file_of_cbs_is_read() {
    let (table, receipt) = read_here(
        "\u{feff}PC6,Huisnummer,Buurt2024,Wijk2024,Gemeente2024\r\n1234AB,1,340101,3401,34\r\n1234AB,3,340101,3401,34\r\n\
         1234AC,1,340101,3401,34\r\n1234AC,5,340101,3401,34\r\n1234AC,7,340102,3401,34\r\n1234AC,2,340102,3401,34\r\n\
         1235ZZ,10,340299,3402,34\r\n1236AA,1,349901,3499,34\r\n9999XX,1,141400,1414,14\r\n\r\n",
    )
    .unwrap();
    assert_eq!(receipt.facts, TableFacts { year: Some(2024), postcodes: 3, addresses: 7, divided: 1 });
    assert_eq!((receipt.elsewhere, &receipt.unknown), (1, &BTreeMap::from([("BU00349901".to_owned(), 1)])));
    assert_eq!(receipt.without, Vec::<String>::new());
    assert_eq!(look(&table, "1234AB", None), found("noord"), "never the building: its code is that of the buurt");
    assert_eq!(look(&table, "1234AB", Some(400)), found("noord"), "one buurt, whatever the number");
    assert_eq!(look(&table, "1234ac", None), Lookup::HouseNumberNeeded);
    assert_eq!(look(&table, "1234AC", Some(3)), found("noord"), "between two numbers of one side");
    assert_eq!(look(&table, "1234AC", Some(7)), found("zuid"));
    assert_eq!(look(&table, "1234AC", Some(2)), found("zuid"));
    assert_eq!(look(&table, "1234AC", Some(4)), Lookup::HouseNumberUnknown);
    assert_eq!(look(&table, "1235ZZ", None), found("polder"), "a wijk without buurten");
    assert_eq!(look(&table, "9999XX", None), Lookup::Unknown);
}

#[test]
fn other_ways_to_write_it_are_read() {
    for text in [
        "PC6;Huisnummer;Buurt\n1234 AB;1;BU00340101",
        "\"postcode\";\"huisnummer\";\"buurtcode\"\n\"1234AB\";\"1\";\"00340101\"\n",
        "Buurt2023\tnaam\tHuisnummer\tPC6\n340101\tNoord\t1\t1234ab",
    ] {
        let (table, receipt) = read_here(text).unwrap();
        assert_eq!(look(&table, "1234AB", None), found("noord"), "{text}");
        assert_eq!(receipt.without, ["Zuid", "Polder"]);
    }
}

#[test]
fn bad_lines_are_named_and_nothing_is_read() {
    let header = "PC6,Huisnummer,Buurt2024";
    let faults = |lines: &str| read_here(&format!("{header}\n{lines}")).unwrap_err();
    assert_eq!(
        faults("1234AB,1,340101\n1234,1,340101\n1234AB,nul,340101\n1234AB,2,noord\n1234AB,1,340102\n1234AB,1,340101"),
        ["lines.3 NotAPostcode", "lines.4 NotAHouseNumber", "lines.5 NotACbsCode", "lines.6 Duplicate"]
    );
    assert_eq!(faults("1234AB"), ["lines.2 NotACbsCode"], "cut off");
    assert_eq!(faults(&"x\n".repeat(1_000)).len(), MAX_FAULTS);
    assert_eq!(faults("1011AB,1,3630101"), ["lines.1 Unknown"], "nothing of this municipality");
    for text in ["", "\n", "PC6,Huisnummer\n1234AB,1", "wat,dan,ook\n1,2,3"] {
        assert_eq!(read_here(text).unwrap_err(), ["lines.1 Required"], "{text:?}");
    }
}

/// As many addresses as a large city: 10,000 postcodes of 20 addresses, each fiftieth in two buurten.
#[test]
fn two_hundred_thousand_addresses_are_small() {
    let mut text = String::from("PC6,Huisnummer,Buurt2024,Wijk2024,Gemeente2024\n");
    let letters: Vec<char> = ('A'..='Z').collect();
    for place in 0..10_000_usize {
        let postcode = format!("{}{}{}", 1_300 + place / 500, letters[place % 500 / 20], letters[place % 20]);
        for number in 1..=20 {
            let buurt = if place % 50 == 0 && number > 10 { 340_102 } else { 340_101 };
            writeln!(text, "{postcode},{number},{buurt},3401,34").unwrap();
        }
    }
    let (table, receipt) = read_here(&text).unwrap();
    assert_eq!((receipt.facts.postcodes, receipt.facts.addresses, receipt.facts.divided), (10_000, 200_000, 200));
    let sizes: Vec<usize> = table.blocks.values().map(|block| serde_json::to_string(block).unwrap().len()).collect();
    let whole: usize = sizes.iter().sum();
    println!("{} bytes of CSV, {whole} stored in {} rows", text.len(), sizes.len());
    assert!(whole < 200_000 && sizes.iter().all(|size| *size < 20_000), "{whole}");
}
