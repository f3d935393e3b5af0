# What the law required of an arms sale, step by step. $value is the value of the step, $money an amount as written.

law-title = { $channel ->
    [FMS] Government sale (FMS)
    [DCS] Commercial sale (DCS)
    [MLA_TAA] Manufacture or technical assistance abroad
    [LEASE] Lease or loan of a year or longer
    [TRANSFER] Transfer to a third party
   *[EDA] Excess defense articles
} to { $buyer }: { law-item }, { $money }, { $date }{ $emergency ->
    [yes] , emergency stated
   *[no] {""}
}{ $territory ->
    [yes] , new sales territory
   *[no] {""}
}
law-item = { $item ->
    [MDE] major defense equipment
    [ARTICLES_SERVICES] other defense articles or services
    [DESIGN_CONSTRUCTION] design and construction services
   *[CAT_I_FIREARM] firearms of category I
}
law-coverage = { $value ->
    [before] Law: out of coverage
    [later_than_text] Law: later than the text that has been read
   *[covered] Law: within the text that has been read
}
law-buyer_class = Class of the buyer: { $value ->
    [NATO_ORG] NATO as an organisation
    [NATO_PLUS] a member of NATO or one of the countries named beside it
    [TREATED] treated as one of the named countries
   *[OTHER] any other country or organisation
}
law-middle_east = Middle East: { $value ->
    [yes] yes
    [no] no
    [excepted] Israel itself, which the rule excepts
   *[uncertain] not settled
}
law-threshold = Amount: { $value ->
    [none] the text gives none
    [0] none; every case is notified
   *[other] notice is due from { $money }
}
law-notice = Formal notice to Congress: { $value ->
    [yes] yes
    [no] no
   *[uncertain] not settled
}
law-review_days = Days Congress has: { $value ->
    [none] none, as no notice is due
    [waived] none, the review is waived
    [uncertain] not settled
   *[other] { $value }
}
law-effect = What the period does: { $value ->
    [none] nothing
    [joint_resolution] a joint resolution enacted in time stops the sale
    [concurrent_resolution] a concurrent resolution adopted in time stops the sale
    [wait_and_joint_resolution] the sale waits, and a joint resolution enacted in time stops it
    [wait_and_resolution] the sale waits, and a resolution of Congress in time stops it
   *[wait_only] the sale waits
}
law-qme_determination = Determination on Israel's qualitative military edge: { $value ->
    [yes] required
    [no] not required
   *[uncertain] not settled
}
law-qme_detail = Detailed content under (h)(2): { $value ->
    [yes] required
    [no] not required
   *[uncertain] not settled
}
law-signer = Who signs: { $value ->
    [none] nobody, as no notice is due
    [secretary_of_defense] the Secretary of Defense
    [secretary_of_state] the Secretary of State
   *[president] the President or whom he delegates
}
law-emergency_duty = Emergency: { $value ->
    [justification] a detailed justification is due
    [statement] a statement of the emergency is due
   *[none] none stated, or nothing follows from it
}
law-publication = Publication: { $value ->
    [federal_register] full unclassified text in the Federal Register
   *[none] none under section 36(f)
}
law-period = If Congress received the certification on { $received }, day 1 is { $first } and the last day { $last }.
law-cite = { $section } · { $law }
law-since = in this form { $span }
law-reading = Our reading, not the words of the text.
law-uncertain = Not settled: { $why }
law-because = because: { $grounds }
law-ground-is = { $fact } = { $value }
law-ground-in = { $fact } { $value } is in the set { $against }
law-ground-in-dated = { $fact } { $value } is in the set { $against } { $span }
law-ground-at_least = { $fact } { $value } is at least { $against }
law-ground-below = { $fact } { $value } is below { $against }
law-as-of = Text read as of { $date }.

error-unknown_buyer = There is no buyer “{ $name }”. Nearest: { $near }.
error-unknown_fact = There is no such fact as “{ $name }”. Known: { $known }.
error-missing_fact = The fact “{ $name }” is missing.
error-not_an_amount = “{ $name }” must be an amount of zero or more, not { $value }.
error-no_rules = The register “{ $name }” has no rules.
error-no_rule_applies = No row of the table “{ $table }” applies on { $day }.
error-received_before = Congress cannot receive on { $received } what is dated { $date }.
