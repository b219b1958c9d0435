//! What pictures say in words.

use shared::text::Language;

use super::super::number;
use crate::chart::ChartWords;

fn people(count: u32) -> String {
    format!("{} kişi", number(Language::Tr, count))
}

pub(crate) static CHART: ChartWords = ChartWords {
    mean_places: "Ortalama sıra. 1. sıraya ne kadar yakınsa o kadar önemli",
    first_places: "İnsanların 1. sıraya koydukları",
    place: |place| format!("{place}. sıra"),
    hidden: "Gösterilmiyor",
    hidden_why: "Bu grup çok küçük. Böylece kim olduğunuz anlaşılmaz.",
    no_opinion: |count| format!("{count} kişinin fikri yok"),
    answered: |count| match count {
        Some(count) => format!("{} cevap", number(Language::Tr, count)),
        None => "Gösteremeyecek kadar az cevap".to_owned(),
    },
    people: |count, margin| format!("{}, {margin}", people(count)),
    people_alone: people,
    mean: |mean| format!("ortalama {mean}"),
    margin: |low, high| format!("hata payı {low} – {high}"),
    margin_key: "İnce çizgi hata payıdır: rastlantının sayıyı ne kadar değiştirebileceği.",
    table: "Bu sayılara tabloda bakın",
    as_svg: "SVG resmi olarak kaydet",
    as_png: "PNG resmi olarak kaydet",
    no_share: "yüzdelere katılmaz",
    source: |municipality, poll| format!("Kaynak: {municipality}, anket ‘{poll}’"),
    ballots: |count| format!("{} katıldı", people(count)),
    counted: |date| format!("sayıldığı tarih: {date}"),
    no_sample: "Herkes katılabilirdi. Cevaplar rastgele seçilmiş bir gruptan değil.",
    map_of_mean: "Mahallelere göre ortalama",
    map_of_share: |option| format!("‘{option}’ seçenlerin oranı, mahallelere göre"),
    map_says: |what, most, least| format!("Harita. {what}. En yüksek: {most}. En düşük: {least}."),
    map_hidden: |count| format!("{count} mahalle gösterilmiyor."),
    area: "Mahalle",
    figure: "Değer",
    margin_column: "Hata payı",
    most: |label, share, low, high| format!("En çok seçilen: {label}, %{share}, hata payı %{low} – %{high}."),
    nothing: "Gösteremeyecek kadar az cevap var.",
    some_hidden: |count| format!("{count} sayı gösterilmiyor."),
    average: |mean, low, high, to| format!("Ortalama {to} üzerinden {mean}, hata payı {low} – {high}."),
    first_step: |step, statement, share| format!("‘{step}’ en çok ‘{statement}’ için seçildi: %{share}."),
    highest: |statement, mean| format!("Ortalaması en yüksek olan: ‘{statement}’, {mean}."),
    on_top: |label, mean| format!("En üstte ‘{label}’, ortalama sıra {mean}."),
    bars: "Çubuk grafik.",
    stacks: "Yığılmış çubuklar.",
    places: "Bir çizgi üzerinde ortalama sıralar.",
};
