//! The table of currencies. They are never converted.
//!
//! Conventions: a bare dollar is the American one, a bare pound the British, a bare rupee the
//! Indian, and a bare cent a hundredth of the American dollar, as in most English-language papers.
//! Names that several large currencies share evenly ("francs", "pesos", "riyals") stand for
//! themselves: such an amount compares with its like and with nothing else.

/// One currency.
#[derive(Clone, Copy, Debug)]
pub struct CurrencyRow {
    /// Its ISO 4217 code in small letters, or its bare name where that is all that is said. A code that is
    /// a word of English stands in capitals, and means the currency in these alone: "10 mad dogs".
    pub name: &'static str,
    /// Its names in the singular; an s may follow.
    pub words: &'static [&'static str],
    /// Symbols and names without a plural.
    pub marks: &'static [&'static str],
    /// Its hundredth or thousandth.
    pub minor: Option<MinorRow>,
    /// Into what it was divided before.
    pub old: &'static [MinorRow],
}

/// The smaller unit of a currency.
#[derive(Clone, Copy, Debug)]
pub struct MinorRow {
    /// The name in the singular.
    pub name: &'static str,
    /// The name in the plural.
    pub plural: &'static str,
    /// Other names in the singular; an s may follow.
    pub words: &'static [&'static str],
    /// Symbols and names without a plural.
    pub marks: &'static [&'static str],
    /// How many make one of the currency.
    pub per: i128,
}

/// All currencies; of two with one wording the upper is preferred.
#[rustfmt::skip]
pub const CURRENCIES: &[CurrencyRow] = &[
    row("usd", &["dollar", "us dollar", "u.s. dollar", "american dollar", "united states dollar", "buck"], &["$", "us$", "us $", "u.s.$", "u.s. $", "usd$", "$usd", "$us"]).minor("cent", "cents", &["us cent"], &["c", "¢"]),
    row("eur", &["euro"], &["€", "€ur"]).minor("euro cent", "euro cents", &["eurocent"], &[]),
    row("gbp", &["pound", "pound sterling", "british pound", "uk pound", "quid"], &["£", "pounds sterling", "sterling", "gb£", "uk£", "quid"]).minor("penny", "pence", &["penny"], &["p", "pennies"]).divided(OF_OLD_POUNDS),
    row("jpy", &["japanese yen"], &["¥", "yen", "jp¥", "円"]),
    row("cny", &["chinese yuan", "renminbi", "kuai"], &["yuan", "rmb", "cn¥", "元"]),
    row("inr", &["rupee", "indian rupee"], &["₹", "rs", "re"]).minor("paisa", "paise", &[], &["paisas"]),
    row("aud", &["australian dollar", "aussie dollar"], &["a$", "au$", "aud$", "aus$", "aust$", "$a", "$au"]).hundredths("australian cent", "australian cents"),
    row("cad", &["canadian dollar"], &["c$", "$c", "C $", "ca$", "cad$", "can$"]).hundredths("canadian cent", "canadian cents"),
    row("nzd", &["new zealand dollar", "kiwi dollar"], &["nz$", "$nz", "nzd$", "nz $"]).hundredths("new zealand cent", "new zealand cents"),
    row("hkd", &["hong kong dollar"], &["hk$", "$hk", "hkd$"]).hundredths("hong kong cent", "hong kong cents"),
    row("sgd", &["singapore dollar", "singaporean dollar"], &["s$", "$s", "S $", "sg$", "sgd$"]).hundredths("singapore cent", "singapore cents"),
    row("twd", &["taiwan dollar", "new taiwan dollar", "taiwanese dollar"], &["nt$", "ntd", "twd$"]).hundredths("taiwan cent", "taiwan cents"),
    row("bbd", &["barbados dollar", "barbadian dollar"], &["bds$"]).hundredths("barbados cent", "barbados cents"),
    row("jmd", &["jamaican dollar"], &["j$"]).hundredths("jamaican cent", "jamaican cents"),
    row("ttd", &["trinidad and tobago dollar", "trinidad dollar"], &["tt$"]).hundredths("trinidad and tobago cent", "trinidad and tobago cents"),
    row("fjd", &["fijian dollar", "fiji dollar"], &[]).hundredths("fijian cent", "fijian cents"),
    row("nad", &["namibian dollar"], &["n$"]).hundredths("namibian cent", "namibian cents"),
    row("zwl", &["zimbabwean dollar", "zimbabwe dollar"], &["z$"]).hundredths("zimbabwean cent", "zimbabwean cents"),
    row("chf", &["swiss franc"], &["sfr", "fr."]).minor("rappen", "rappen", &[], &[]),
    row("xof", &["west african cfa franc", "cfa franc"], &["cfa"]),
    row("xaf", &["central african cfa franc"], &[]),
    row("rwf", &["rwandan franc"], &[]),
    row("cdf", &["congolese franc"], &[]),
    row("sek", &["swedish krona"], &["kronor", "swedish kronor", "skr"]),
    row("nok", &["norwegian krone"], &["nkr", "norwegian kroner", "norwegian crowns"]),
    row("dkk", &["danish krone"], &["dkr", "danish kroner", "danish crowns"]),
    row("isk", &["icelandic krona"], &["icelandic kronur"]),
    row("czk", &["czech koruna", "koruna", "czech crown"], &["kč"]),
    row("pln", &["zloty", "złoty", "polish zloty"], &["zł", "zlotych"]),
    row("huf", &["forint", "hungarian forint"], &[]),
    row("ron", &["romanian leu"], &["romanian lei"]),
    row("mdl", &["moldovan leu"], &["moldovan lei"]),
    row("bgn", &["bulgarian lev", "lev"], &["leva", "bulgarian leva"]),
    row("rsd", &["serbian dinar"], &[]),
    row("rub", &["ruble", "rouble", "russian ruble", "russian rouble"], &["₽"]).minor("kopeck", "kopecks", &["kopek"], &[]),
    row("uah", &["hryvnia", "ukrainian hryvnia"], &["₴", "hryvnya"]),
    row("byn", &["belarusian ruble", "belarusian rouble"], &[]),
    row("kzt", &["tenge", "kazakh tenge"], &["₸"]),
    row("GEL", &["lari", "georgian lari"], &["₾"]),
    row("amd", &["armenian dram"], &["֏"]),
    row("azn", &["azerbaijani manat", "manat"], &["₼"]),
    row("uzs", &["uzbek som", "uzbek sum"], &[]),
    row("mnt", &["tugrik", "tögrög", "mongolian tugrik"], &["₮"]),
    row("TRY", &["turkish lira", "lira"], &["₺"]),
    row("ils", &["shekel", "israeli shekel", "new shekel"], &["₪", "nis"]),
    row("sar", &["saudi riyal", "saudi rial", "saudiriyal"], &[]),
    row("qar", &["qatari riyal", "qatari rial"], &[]),
    row("omr", &["omani rial", "omani riyal"], &[]),
    row("irr", &["iranian rial", "iranian riyal"], &["﷼"]),
    row("yer", &["yemeni rial", "yemeni riyal"], &[]),
    row("aed", &["emirati dirham", "uae dirham"], &["dhs"]),
    row("MAD", &["moroccan dirham"], &[]),
    row("kwd", &["kuwaiti dinar"], &[]),
    row("bhd", &["bahraini dinar"], &[]),
    row("jod", &["jordanian dinar"], &[]),
    row("iqd", &["iraqi dinar"], &[]),
    row("lyd", &["libyan dinar"], &[]),
    row("tnd", &["tunisian dinar"], &[]),
    row("dzd", &["algerian dinar"], &[]),
    row("egp", &["egyptian pound"], &["e£", "l.e", "l.e."]),
    row("lbp", &["lebanese pound", "lebanese lira"], &["l.l."]),
    row("syp", &["syrian pound"], &[]),
    row("sdg", &["sudanese pound"], &[]),
    row("ngn", &["nigerian naira"], &["₦", "N", "naira", "nairas"]).minor("kobo", "kobo", &[], &[]),
    row("ghs", &["cedi", "ghanaian cedi", "ghana cedi"], &["gh₵", "₵"]),
    row("kes", &["kenyan shilling"], &["ksh", "kshs", "sh"]),
    row("ugx", &["ugandan shilling"], &["ush", "shs"]),
    row("tzs", &["tanzanian shilling"], &["tsh"]),
    row("etb", &["ethiopian birr"], &["birr"]),
    row("zar", &["south african rand"], &["rand", "rands", "R"]),
    row("bwp", &["botswana pula"], &["pula"]),
    row("zmw", &["zambian kwacha"], &[]),
    row("mwk", &["malawian kwacha"], &[]),
    row("krw", &["south korean won", "korean won"], &["₩", "won"]),
    row("kpw", &["north korean won"], &[]),
    row("thb", &["thai baht"], &["฿", "baht"]),
    row("myr", &["ringgit", "malaysian ringgit", "malaysia ringgit"], &["rm"]).minor("sen", "sen", &[], &[]),
    row("idr", &["indonesian rupiah"], &["rp", "rupiah", "rupiahs"]),
    row("php", &["philippine peso", "filipino peso"], &["₱", "php₱"]),
    row("vnd", &["vietnamese dong"], &["₫", "dong"]),
    row("khr", &["cambodian riel", "riel"], &["៛"]),
    row("mmk", &["burmese kyat", "kyat", "myanmar kyat"], &[]),
    row("pkr", &["pakistani rupee"], &["pkr₨"]),
    row("lkr", &["sri lankan rupee"], &["ரூ"]),
    row("npr", &["nepalese rupee", "nepali rupee"], &[]),
    row("bdt", &["taka", "bangladeshi taka"], &["৳", "tk"]),
    row("afn", &["afghani", "afghan afghani"], &["؋"]),
    row("brl", &["brazilian real"], &["r$", "reais", "brazilian reais", "real"]).minor("centavo", "centavos", &[], &[]),
    row("mxn", &["mexican peso"], &["mx$", "mex$", "mxn$"]),
    row("ars", &["argentine peso", "argentinian peso"], &["ar$"]),
    row("clp", &["chilean peso"], &["clp$"]),
    row("COP", &["colombian peso"], &["col$"]),
    row("uyu", &["uruguayan peso"], &[]),
    row("PEN", &["peruvian sol"], &["s/", "soles"]),
    row("BOB", &["boliviano"], &[]),
    row("ves", &["bolivar", "bolívar", "venezuelan bolivar"], &["bolivares", "bolívares"]),
    row("btc", &["bitcoin"], &["₿"]),
    row("eth", &["ether"], &[]),
    // National currencies before the euro.
    row("deutschmark", &["deutsche mark", "german mark", "d-mark"], &["dem"]),
    row("finnish markka", &["markka"], &["fim", "finnish markkaa"]),
    row("french franc", &["french franc"], &["frf"]),
    row("belgian franc", &["belgian franc"], &["bef"]),
    row("italian lira", &[], &["italian lire", "lire", "itl"]),
    row("peseta", &["spanish peseta"], &["esp", "ptas"]),
    row("escudo", &["portuguese escudo"], &[]),
    row("drachma", &["greek drachma"], &[]),
    row("guilder", &["dutch guilder"], &["nlg"]),
    row("irish pound", &["irish punt", "punt"], &["ir£"]),
    row("schilling", &["austrian schilling"], &[]),
    // Names that say too little.
    row("franc", &[], &["francs"]),
    row("peso", &[], &["pesos"]),
    row("dinar", &[], &["dinars"]),
    row("rial", &[], &["rials"]),
    row("riyal", &[], &["riyals"]),
    row("dirham", &[], &["dirhams"]),
    row("krone", &[], &["kroner", "krona"]),
    row("crown", &[], &["crowns"]),
    row("mark", &[], &["marks"]),
    row("leu", &[], &["lei"]),
];

const fn row(
    name: &'static str,
    words: &'static [&'static str],
    marks: &'static [&'static str],
) -> CurrencyRow {
    CurrencyRow {
        name,
        words,
        marks,
        minor: None,
        old: &[],
    }
}

/// Twenty shillings to the pound and twelve pence to the shilling, until 1971.
const OF_OLD_POUNDS: &[MinorRow] = &[
    MinorRow {
        name: "shilling",
        plural: "shillings",
        words: &["british shilling"],
        marks: &[],
        per: 20,
    },
    MinorRow {
        name: "old penny",
        plural: "old pence",
        words: &["old penny"],
        marks: &[],
        per: 240,
    },
];

impl CurrencyRow {
    const fn minor(
        self,
        name: &'static str,
        plural: &'static str,
        words: &'static [&'static str],
        marks: &'static [&'static str],
    ) -> Self {
        let minor = Some(MinorRow {
            name,
            plural,
            words,
            marks,
            per: 100,
        });
        Self { minor, ..self }
    }

    const fn divided(self, old: &'static [MinorRow]) -> Self {
        Self { old, ..self }
    }

    const fn hundredths(self, name: &'static str, plural: &'static str) -> Self {
        self.minor(name, plural, &[], &[])
    }
}
