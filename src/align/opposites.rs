//! Words that tell two questions apart, though all other words of their labels agree: "requests
//! granted" and "requests rejected", "date of the fire" and "place of the fire".

/// Whether two words, by their normal forms, ask different things: they stand in one row of the table,
/// or name or count something.
#[must_use]
pub(super) fn are_opposites(left: &str, right: &str) -> bool {
    let counts = |word: &str| word.contains(|c: char| c.is_ascii_digit());
    let both = |row: &str| {
        let has = |word: &str| row.split_whitespace().any(|other| other == word);
        has(left) && has(right)
    };
    counts(left) || counts(right) || ROWS.iter().any(|row| both(row))
}

/// Words of which any two in a row are answers to different questions, in the form of labels.
const ROWS: &[&str] = &[
    "granted rejected denied approved refused accepted dismissed withdrawn pending upheld overturned
     allowed declined submitted received filed made issued signed vetoed passed failed adopted",
    "killed dead died death injured wounded hurt missing displaced rescued saved survived survivor
     evacuated hospitalised hospitalized treated infected recovered born buried",
    "arrested detained charged indicted convicted sentenced acquitted released freed pardoned jailed
     accused suspected questioned tried cleared fined deported extradited",
    "date day time hour year month week place location venue city town country state region address
     reason cause motive age name number count amount sum cost price value length height weight width
     depth size speed distance duration colour color owner type kind status result outcome rate share
     source target method means purpose title rank role office party",
    "first second third fourth fifth last final next previous former latter latest earliest new old
     initial original early late",
    "start end beginning opening closing begin began ended started opened closed finish finished
     launch launched stop stopped arrival departure arrived departed left entry exit",
    "minimum maximum total average mean median highest lowest high low upper lower most least more
     less fewer net gross official unofficial actual planned expected estimated forecast",
    "man woman child adult boy girl male female civilian soldier officer police passenger crew driver
     pupil student teacher worker guest visitor player fan patient staff resident tourist migrant",
    "home away host left right north south east west northern southern eastern western inner outer
     front back top bottom upper lower inside outside domestic foreign local national international
     public private federal",
    "bought sold buyer seller won lost drawn winner loser paid owed lent borrowed raised cut increased
     decreased rose fell gained shed hired fired imported exported sent received income expense
     revenue profit loss cost debt asset import export tax",
    "mother father parent husband wife spouse son daughter brother sister sibling uncle aunt cousin
     grandfather grandmother child partner friend",
    "before after during since until by between",
    "yes no with without for against support opposed oppose opposing in out",
    "one two three four five six seven eight nine ten half quarter double single",
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june
     july august september october november december spring summer autumn winter morning afternoon
     evening night",
    "daily weekly monthly quarterly yearly annual hourly",
    "car bus train ship boat plane truck lorry bike house home flat building street road bridge",
    "red blue green yellow black white orange grey gray brown",
    "president minister mayor governor judge lawyer prosecutor defendant plaintiff witness victim
     suspect chairman director chief owner author editor spokesman spokeswoman senator",
    "vote seat ballot goal point shot card corner penalty foul run set game match",
];
