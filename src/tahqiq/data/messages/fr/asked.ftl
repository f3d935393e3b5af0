# Les réponses de « tahqiq ask » et les descriptions de « tahqiq record »

asked-title = { $measure } au { $date }
asked-window-open = depuis le { $from }
asked-window = du { $from } au { $to }
asked-never = aucune entrée encore
asked-value = Valeur
asked-usual = façon usuelle de compter
asked-same = comptent de même : { $definitions }
asked-missing = il peut manquer { $count ->
    [one] une entrée
   *[other] { $count } entrées
}
asked-missing-amount = il peut manquer jusqu'à { $amount }
asked-after = Le registre s'arrête au { $date } : rien de postérieur n'est compté.
asked-outside = Le registre va du { $from } au { $to } ; il ne contient rien du temps demandé.
asked-absent = Aucune entrée du registre ne nomme { $values }.
asked-empty = Le registre n'a pas d'entrée pour ceci.
asked-proves-nothing = Cela ne prouve rien : le registre n'y est pas complet.
asked-silent = { $measure } : le registre ne peut le dire. { $why }
asked-not-covered = non couvert en entier
asked-rows = Entrées comptées de la façon usuelle
asked-sources = Sources
asked-query = Requête
record-rows = { $count ->
    [one] une entrée
   *[other] { $count } entrées
}
record-complete = complet
record-incomplete = incomplet : son silence ne prouve rien
record-covers = du { $from } au { $to }
record-version = version { $version }
record-measures = Mesures
record-dimensions = se filtre par
record-axes = Façons de compter
record-default = usuelle
record-witnesses = Seconds témoins
record-no_witness = Aucun second témoin n'est à disposition.
record-agreement-exact = { $agreeing } nombres sur { $compared } concordent
record-agreement = { $agreeing } nombres sur { $compared } concordent à { $within } pour cent près
record-gaps = Lacunes connues
record-gap = au plus { $count }
record-gap-open = non couvert
record-caveats = À noter
record-sources = Sources
record-weak = { $count ->
    [one] Une entrée ne repose que sur une source faible.
   *[other] { $count } entrées ne reposent que sur une source faible.
}
record-valid = { $register } : sain ({ $checks } vérifications)

error-no_build = Le registre { $name } n'a pas de script de construction.
error-build_failed = Le registre { $register } n'a pu être construit : { $problem }.
error-missing_filter = Cette mesure se demande avec { $name }.
notice-resumed = { $done ->
    [one] Un rapport d'une passe précédente reste valable
   *[other] { $done } rapports d'une passe précédente restent valables
} ; { $count ->
    [one] il reste un article à vérifier
   *[other] il reste { $count } articles à vérifier
}.
notice-language_unread = La langue de ce texte ({ $language }) n'est pas encore lue ; rien n'a donc été vérifié. { $figures ->
    [yes] Seuls les chiffres et les dates sont lus : tahqiq mentions. { "" }
   *[no] { "" }
}Donnez --lang si la langue a été mal reconnue.
asked-definition = Façon de compter
asked-window-title = A été juste

export-title = Les registres publics de Tahqiq
export-about = Registres de votes, d'aides, de lois et de chiffres, tirés des sources que nomme chaque ligne.
export-done = { $count ->
    [one] Un registre a été écrit dans { $folder }
   *[other] { $count } registres ont été écrits dans { $folder }
}.
