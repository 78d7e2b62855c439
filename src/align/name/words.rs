//! The words around a name and inside it that are not a name of their own: one table for each.
//!
//! All are folded: lower case, without points and diacritics. Lists of single words are one text.

/// Titles and roles, before a name ("Dr.", "chief executive") or after it.
pub(super) const TITLES: &str = "
    mr mrs ms miss mx sir dame lord lady madam madame mme monsieur herr frau senor senora
    don dona signor signora dr prof rev fr hon st sheikh shaikh shaykh sheik haji hajji
    hadji qari mullah maulvi mawlawi imam ayatollah rabbi pope bishop archbishop cardinal
    pastor father sister brother king queen prince princess duke duchess count baron emir
    sultan dato datuk tun pan pani gen general lt lieutenant col colonel maj major capt
    captain sgt sergeant cpl corporal adm admiral commander cmdr marshal sheriff officer
    detective det inspector insp dci superintendent supt constable president prasident presidente prezident vice deputy
    former ex acting interim chief executive ceo cfo coo cto chair chairman chairwoman
    chairperson director founder cofounder owner manager minister premier chancellor
    secretary press spokesman spokeswoman spokesperson senator sen representative rep
    congressman congresswoman governor gov mayor ambassador attorney lawyer prosecutor judge
    justice presiding magistrate analyst economist reporter journalist editor author
    professor doctor coach actor actress singer commissioner speaker leader head
";

/// Titles that are also given names or surnames: they are titles only where enough name is left.
pub(super) const TITLES_THAT_NAME: &str = "
    king prince count baron major marshal sultan don pope bishop cardinal general justice
    judge head chair lord duke haji imam gen rep st tun pan pani fr father brother sister
    queen miss hon sheriff constable sen coach vice press executive sheikh ex singer author
    editor owner leader officer attorney
";

/// Forms of address that tell a man from a woman.
pub(super) const ADDRESSES: &[(&str, Address)] = &[
    ("mr", Address::Man),
    ("sir", Address::Man),
    ("lord", Address::Man),
    ("herr", Address::Man),
    ("monsieur", Address::Man),
    ("mrs", Address::Woman),
    ("ms", Address::Woman),
    ("miss", Address::Woman),
    ("lady", Address::Woman),
    ("dame", Address::Woman),
    ("frau", Address::Woman),
    ("madame", Address::Woman),
    ("mme", Address::Woman),
];

/// Whom a form of address is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Address {
    Man,
    Woman,
}

/// Words inside a name that belong to the next part, and that may be missing or spelled otherwise.
pub(super) const PARTICLES: &[&[&str]] = &[
    &["al", "el", "ul"],
    &["bin", "ben", "ibn"],
    &["bint"],
    &["abu", "abou"],
    &["de"],
    &["del"],
    &["da"],
    &["di"],
    &["do"],
    &["dos"],
    &["du"],
    &["la"],
    &["le"],
    &["las"],
    &["los"],
    &["van"],
    &["von"],
    &["der"],
    &["den"],
    &["ter"],
    &["ten"],
    &["zu"],
    &["y"],
    &["e"],
];

/// What follows a surname and tells father from son, by what it means.
pub(super) const SUFFIXES: &[(&str, &str)] = &[
    ("jr", "jr"),
    ("junior", "jr"),
    ("sr", "sr"),
    ("senior", "sr"),
    ("ii", "2"),
    ("2nd", "2nd"),
    ("iii", "3"),
    ("3rd", "3rd"),
    ("iv", "4"),
    ("4th", "4th"),
];

/// Degrees and the like after a name.
pub(super) const DEGREES: &str = "
    phd md esq mp mep mbe obe cbe kbe qc kc dr mba jd
";

/// Short forms of English given names, and what they are short for.
pub(super) const NICKNAMES: &[(&str, &[&str])] = &[
    ("abby", &["abigail"]),
    ("abe", &["abraham"]),
    ("aggie", &["agnes"]),
    ("al", &["albert", "alan", "alfred"]),
    ("alex", &["alexander", "alexandra"]),
    ("andy", &["andrew"]),
    ("angie", &["angela"]),
    ("archie", &["archibald"]),
    ("art", &["arthur"]),
    ("barb", &["barbara"]),
    ("bart", &["bartholomew"]),
    ("bea", &["beatrice"]),
    ("becky", &["rebecca"]),
    ("ben", &["benjamin"]),
    ("bernie", &["bernard"]),
    ("bert", &["albert", "herbert", "hubert", "robert"]),
    ("bertie", &["albert", "herbert", "robert"]),
    ("bess", &["elizabeth"]),
    ("beth", &["elizabeth"]),
    ("betty", &["elizabeth"]),
    ("bill", &["william"]),
    ("billy", &["william"]),
    ("bob", &["robert"]),
    ("bobby", &["robert"]),
    ("brad", &["bradley"]),
    ("cal", &["calvin"]),
    ("cam", &["cameron"]),
    ("carrie", &["caroline"]),
    ("cathy", &["catherine"]),
    ("charlie", &["charles"]),
    ("chris", &["christopher", "christine"]),
    ("chuck", &["charles"]),
    ("cindy", &["cynthia"]),
    ("cliff", &["clifford"]),
    ("clint", &["clinton"]),
    ("connie", &["constance"]),
    ("curt", &["curtis"]),
    ("dan", &["daniel"]),
    ("danny", &["daniel"]),
    ("dave", &["david"]),
    ("debbie", &["deborah"]),
    ("dick", &["richard"]),
    ("dolly", &["dorothy"]),
    ("don", &["donald"]),
    ("dot", &["dorothy"]),
    ("doug", &["douglas"]),
    ("drew", &["andrew"]),
    ("ed", &["edward", "edwin", "edmund"]),
    ("eddie", &["edward"]),
    ("ellie", &["eleanor"]),
    ("fran", &["frances", "francis"]),
    ("frank", &["francis", "franklin"]),
    ("frankie", &["francis", "franklin"]),
    ("fred", &["frederick", "alfred"]),
    ("freddie", &["frederick", "alfred"]),
    ("gabe", &["gabriel"]),
    ("gene", &["eugene"]),
    ("geoff", &["geoffrey"]),
    ("gerry", &["gerald", "gerard"]),
    ("ginny", &["virginia"]),
    ("greg", &["gregory"]),
    ("gus", &["augustus", "angus"]),
    ("hal", &["harold", "henry"]),
    ("hank", &["henry"]),
    ("harry", &["harold", "henry"]),
    ("herb", &["herbert"]),
    ("ike", &["isaac"]),
    ("jack", &["john"]),
    ("jackie", &["jacqueline"]),
    ("jake", &["jacob"]),
    ("jamie", &["james"]),
    ("jeff", &["jeffrey"]),
    ("jen", &["jennifer"]),
    ("jerry", &["gerald", "jerome"]),
    ("jess", &["jessica", "jesse"]),
    ("jill", &["gillian"]),
    ("jim", &["james"]),
    ("jimmy", &["james"]),
    ("joe", &["joseph"]),
    ("joey", &["joseph"]),
    ("johnny", &["john"]),
    ("jon", &["jonathan"]),
    ("josh", &["joshua"]),
    ("judy", &["judith"]),
    ("kat", &["katherine", "catherine"]),
    ("kate", &["katherine", "catherine"]),
    ("kathy", &["katherine", "kathleen"]),
    ("katie", &["katherine", "catherine"]),
    ("ken", &["kenneth"]),
    ("kenny", &["kenneth"]),
    ("kim", &["kimberly"]),
    ("kit", &["christopher"]),
    ("kitty", &["katherine", "catherine"]),
    ("larry", &["lawrence"]),
    ("lenny", &["leonard"]),
    ("les", &["leslie", "lester"]),
    ("liz", &["elizabeth"]),
    ("lizzie", &["elizabeth"]),
    ("lou", &["louis", "louise"]),
    ("louie", &["louis"]),
    ("maggie", &["margaret"]),
    ("mandy", &["amanda"]),
    ("marge", &["margaret", "marjorie"]),
    ("marty", &["martin"]),
    ("matt", &["matthew"]),
    ("max", &["maxwell", "maximilian"]),
    ("meg", &["margaret"]),
    ("mel", &["melvin", "melanie", "melissa"]),
    ("mick", &["michael"]),
    ("mickey", &["michael"]),
    ("mike", &["michael"]),
    ("mikey", &["michael"]),
    ("milly", &["mildred", "millicent"]),
    ("minnie", &["wilhelmina"]),
    ("mitch", &["mitchell"]),
    ("molly", &["mary"]),
    ("nat", &["nathan", "nathaniel"]),
    ("nate", &["nathan", "nathaniel"]),
    ("ned", &["edward", "edmund"]),
    ("nell", &["eleanor", "helen"]),
    ("nellie", &["eleanor", "helen"]),
    ("nick", &["nicholas"]),
    ("nicky", &["nicholas", "nicole"]),
    ("norm", &["norman"]),
    ("ollie", &["oliver", "olivia"]),
    ("ozzie", &["oswald"]),
    ("paddy", &["patrick"]),
    ("pat", &["patrick", "patricia"]),
    ("patty", &["patricia"]),
    ("peggy", &["margaret"]),
    ("penny", &["penelope"]),
    ("percy", &["percival"]),
    ("pete", &["peter"]),
    ("phil", &["philip", "phillip"]),
    ("polly", &["mary"]),
    ("randy", &["randall", "randolph"]),
    ("ray", &["raymond"]),
    ("reg", &["reginald"]),
    ("reggie", &["reginald"]),
    ("rich", &["richard"]),
    ("richie", &["richard"]),
    ("rick", &["richard"]),
    ("ricky", &["richard"]),
    ("rob", &["robert"]),
    ("robbie", &["robert"]),
    ("rod", &["roderick", "rodney"]),
    ("ron", &["ronald"]),
    ("ronnie", &["ronald", "veronica"]),
    ("rosie", &["rose", "rosemary"]),
    ("russ", &["russell"]),
    ("sally", &["sarah"]),
    ("sam", &["samuel", "samantha"]),
    ("sandy", &["alexander", "alexandra", "sandra"]),
    ("sid", &["sidney"]),
    ("stan", &["stanley"]),
    ("steve", &["steven", "stephen"]),
    ("stevie", &["steven", "stephen"]),
    ("stu", &["stuart", "stewart"]),
    ("sue", &["susan"]),
    ("susie", &["susan"]),
    ("tammy", &["tamara"]),
    ("ted", &["theodore", "edward"]),
    ("teddy", &["theodore", "edward"]),
    ("terry", &["terence", "theresa"]),
    ("tess", &["theresa"]),
    ("theo", &["theodore"]),
    ("tim", &["timothy"]),
    ("timmy", &["timothy"]),
    ("tina", &["christina"]),
    ("toby", &["tobias"]),
    ("tom", &["thomas"]),
    ("tommy", &["thomas"]),
    ("tony", &["anthony"]),
    ("trish", &["patricia"]),
    ("val", &["valerie", "valentine"]),
    ("vic", &["victor"]),
    ("vicky", &["victoria"]),
    ("vince", &["vincent"]),
    ("viv", &["vivian"]),
    ("walt", &["walter"]),
    ("wes", &["wesley"]),
    ("will", &["william"]),
    ("willie", &["william"]),
    ("winnie", &["winifred", "winston"]),
    ("woody", &["woodrow"]),
    ("zach", &["zachary"]),
    ("zack", &["zachary"]),
];

/// Common names that are transliterated in many ways, where their sounds do not tell: the spellings
/// of one line, and what sounds like one of them, are one name.
pub(super) const SPELLINGS: &[&[&str]] = &[
    &["abdallah", "abdullah"],
    &["abdul", "abdel"],
    &["ahmad", "ahmed"],
    &["aisha", "aysha", "ayesha", "aicha"],
    &["alexander", "aleksander", "aleksandr"],
    &["andrei", "andrii"],
    &["ashraf", "achraf"],
    &["bashar", "bachar"],
    &["catherine", "katherine", "kathryn"],
    &["chaim", "haim", "hayim"],
    &["dimitri", "dmitri"],
    &["evgeni", "yevgeni"],
    &["faisal", "feisal"],
    &["fatima", "fatimah", "fatema", "fatma"],
    &["fuad", "foad"],
    &["gaddafi", "qaddafi"],
    &["hafez", "hafiz"],
    &["haniyeh", "haniya", "haniyah"],
    &["hossein", "husain", "hussein"],
    &["ismail", "ismael", "esmail"],
    &["jamal", "gamal", "djamal"],
    &["khalid", "khaled"],
    &["lakshmi", "laxmi"],
    &["leila", "laila", "layla"],
    &["mahdi", "mehdi"],
    &["mahmud", "mahmood"],
    &["marwan", "marouan", "merouane"],
    &["mikhail", "michail", "mikhael"],
    &["mohamed", "mohammad", "muhammad", "muhamed"],
    &["mostafa", "mustafa"],
    &["muammar", "moammar"],
    &["mubarak", "mobarak"],
    &["nasser", "nasir"],
    &["omar", "umar"],
    &["osama", "usama"],
    &["qasim", "qasem"],
    &["rahman", "rehman"],
    &["rashid", "rachid"],
    &["said", "saeed", "sayeed"],
    &["saleh", "salih"],
    &["salim", "selim"],
    &["sharif", "cherif"],
    &["stephen", "steven"],
    &["suleiman", "sulaiman", "sulayman", "soleiman"],
    &["tariq", "tarek"],
    &["walid", "oualid"],
    &["yasser", "yasir"],
    &["yulia", "julia"],
    &["yuri", "iouri"],
    &["zainab", "zeinab", "zaynab"],
    &["zelensky", "zelenskyy"],
];

/// Abbreviations that are written in full as often, as parts of longer names too.
pub(super) const ABBREVIATIONS: &[(&str, &[&str])] = &[
    ("eu", &["european", "union"]),
    ("uae", &["united", "arab", "emirates"]),
    ("uk", &["united", "kingdom"]),
    ("un", &["united", "nations"]),
    ("us", &["united", "states"]),
    ("usa", &["united", "states"]),
];

/// Legal forms of companies: the wordings of one line mean one form.
///
/// Abbreviations first. Forms of different lines keep two names apart ("X AG", "X GmbH").
pub(super) const LEGAL_FORMS: &[&[&str]] = &[
    &[
        "inc",
        "incorporated",
        "corp",
        "corporation",
        "co",
        "company",
    ],
    &[
        "ltd",
        "limited",
        "co ltd",
        "company limited",
        "co limited",
        "pty ltd",
        "pty limited",
        "proprietary limited",
        "pte ltd",
        "pte limited",
        "pvt ltd",
        "private limited",
    ],
    &["plc", "public limited company"],
    &[
        "llc",
        "limited liability company",
        "ooo",
        "ооо",
        "общество с ограниченной ответственностью",
        "obshchestvo s ogranichennoi otvetstvennostyu",
    ],
    &[
        "jsc",
        "joint stock company",
        "ao",
        "oao",
        "ojsc",
        "open joint stock company",
        "pao",
        "pjsc",
        "public joint stock company",
        "zao",
        "cjsc",
        "closed joint stock company",
        "ао",
        "оао",
        "пао",
        "зао",
        "акционерное общество",
        "открытое акционерное общество",
        "публичное акционерное общество",
    ],
    &["ag", "aktiengesellschaft"],
    &["gmbh", "gesellschaft mit beschrankter haftung"],
    &["kg", "kommanditgesellschaft"],
    &["se", "societas europaea"],
    &["sa", "societe anonyme", "sociedad anonima"],
    &["sas", "societe par actions simplifiee"],
    &["sarl", "societe a responsabilite limitee"],
    &[
        "srl",
        "societatea cu raspundere limitata",
        "societa a responsabilita limitata",
    ],
    &["spa", "societa per azioni"],
    &["sl", "sociedad limitada"],
    &["sa de cv", "sociedad anonima de capital variable"],
    &["nv", "naamloze vennootschap"],
    &["bv", "besloten vennootschap"],
    &["bvba"],
    &["ab", "aktiebolag"],
    &["as", "a s", "aksjeselskap", "aktieselskab"],
    &["oy", "oyj", "osakeyhtio"],
    &[
        "sp z oo",
        "sp z o o",
        "sp zoo",
        "spolka z ograniczona odpowiedzialnoscia",
    ],
    &["sro", "s r o", "spolecnost s rucenim omezenym"],
    &["kft", "korlatolt felelossegu tarsasag"],
    &["doo", "d o o"],
    &["kk", "kabushiki kaisha", "kabushiki gaisha"],
    &["pt", "perseroan terbatas"],
    &["lp", "limited partnership"],
    &["llp", "limited liability partnership"],
];

/// Legal forms that stand before a name, too, beside those written in full.
pub(super) const LEGAL_FORMS_AHEAD: &str = "
    ooo ооо jsc oao ojsc pao pjsc zao cjsc ао оао пао зао pt srl
";

/// Words in the names of organisations. One name inside another is then no reason to join them:
/// a bank is not its branch.
pub(super) const ORGANISATIONS: &str = "
    academy administration agency air airlines airways army association authority bank banco
    bureau capital center centre church club college commission committee conference
    congress council court department enterprises federation force foundation freight fund funds group
    holding holdings hospital industries institute international logistics ministry motors museum
    network office organisation organization parliament partners party police project school
    securities service services shipping society solutions systems team technologies trust union university
";

/// Last words in the names of events and things, which no person bears: Helix is not the Helix Merger.
pub(super) const HAPPENINGS: &str = "
    accident affair agreement appeal arrest attack blast blaze bombing campaign collapse collision
    commutation contract crash debate derailment disaster dispute earthquake election elections
    explosion festival fire flooding hearing heist incident inquest inquiry investigation killing
    landslide lawsuit match meeting merger murder murders outbreak pipeline protest protests
    referendum report riot riots robbery scandal sentencing shooting siege spill stadium strike
    strikes summit takeover talks tournament transfer treaty trial verdict vote wedding wildfire
";

/// Words before the names of places that are no given names: Virginia is not West Virginia.
pub(super) const PLACES: &str = "
    central east eastern greater lower mount new north northern port san santa south
    southern upper west western
";

/// Words that connect the parts of a name, and that an acronym passes over.
pub(super) const CONNECTIVES: &str = "
    of the and for in on at to de la du des et und fur zur
";
