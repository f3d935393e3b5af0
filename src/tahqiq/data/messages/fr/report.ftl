# Le rapport : titres et courtes phrases

report-title = Rapport sur { $source }
report-document = Texte
report-published = Publié le
report-as_of = Date de référence
report-beyond = Non jugé
report-beyond_count = { $count ->
    [one] encore une affirmation à la fin. Vérifiez la fin du texte à part.
   *[other] encore { $count } affirmations à la fin. Vérifiez la fin du texte à part.
}
report-left_out = Laissé de côté
report-language = Langue
report-language_unread = { $language }, qui n'est pas encore lu
as-of-day = { $start } ({ $basis })
report-verdicts = Verdicts
report-verdict = Verdict
report-claims = Affirmations
report-article = L'article
report-damage = Dégâts
report-repairs = Réparations
report-unchecked = Non vérifié
report-unchecked_count = { $count ->
    [one] Un endroit du texte n'a pas été vérifié
   *[other] { $count } endroits du texte n'ont pas été vérifiés
}
report-no_claims = Aucune affirmation à laquelle un registre puisse répondre n'a été trouvée.
report-nothing_read = Rien n'a été vérifié : les textes dans cette langue ne sont pas encore lus.
report-repairs_count = { $count ->
    [0] Le texte n'avait besoin d'aucune réparation.
    [one] Une réparation a été faite au texte avant la lecture ; elle est réversible.
   *[other] { $count } réparations ont été faites au texte avant la lecture ; chacune est réversible.
}
report-mended = Le texte est montré réparé ; dans les formats de données, chaque citation est telle qu'elle a été donnée.
report-record_version = Version des registres
report-record_span = { $title } : du { $from } au { $to }, version { $version }
report-skip = Aller à l'article
report-footer = Fait par Tahqiq { $version }. Un chiffre est vrai selon une définition, entre deux dates.

claim-says = Le texte dit
claim-about = À propos de
claim-reading = { $filters ->
    [none] { $measure }
   *[other] { $measure } – { $filters }
}
claim-filter = { $name } : { $value }
claim-date = donné pour { $date }
claim-group = Jugé avec { $others }
claim-why = Pourquoi
claim-sentence = Dans la phrase
claim-correction = À écrire plutôt
claim-checked = Seuls ces mots ont été vérifiés
claim-unread = Non compris
claim-taken = Repris d'ailleurs
claim-back = Retour au texte
claim-mark = { $number } : { $verdict }

answer-definition = Comment on compte
answer-column = Au { $date }
answer-holds = Le chiffre donné est juste
answer-default = usuel
answer-reconstructed = reconstitué par nous
answer-never = jamais
answer-same = Comptent de même : { $definitions }
answer-others = { $count ->
    [one] une autre façon de compter donne { $values }
   *[other] { $count } autres façons de compter donnent { $values }
}
answer-rows = Entrées du registre
answer-rows_count = { $count ->
    [one] Une entrée du registre
   *[other] { $count } entrées du registre
}
answer-rows_more = et { $count } de plus
answer-sources = Sources
answer-query = Requête
answer-used_by = utilisé par : { $who }

list-register = Comparé à : { $register } ({ $filters })
list-number = N°
list-date = Date
list-row = Entrée
list-status = Résultat
list-status_count = { $status } : { $count }
list-stated = Le texte dit { $stated } ; la liste a { $items }.
list-stated_record = Le texte dit { $stated } ; la liste a { $items } ; le registre compte { $record }.
list-gap = Les numéros { $first } à { $last } manquent : { $numbers }. { $difference ->
    [equal] Autant d'entrées du registre tombent entre leurs voisins.
    [more] { $rows } du registre tombent entre leurs voisins : { $surplus } de plus que les numéros manquants ; l'auteur en a donc omis autant. Lesquelles, on ne peut le savoir.
   *[less] Seulement { $rows } du registre tombent entre leurs voisins : { $surplus } de moins que les numéros manquants.
}
list-missing = Omis de la liste : { $rows }
list-extra = Absents du registre : { $numbers }
list-proposed = { $row } (proposé)

chart-stated = donné : { $value }
chart-alt = { $title }. { $series }.
    .stated = Le chiffre donné est { $stated }{ $span ->
        [none] {"\u00a0"}; il n'est jamais juste.
       *[other] {"\u00a0"}; il est juste { $span }.
    }
chart-series = { $label } : { $value } au { $date }
chart-source = Source : { $source }
chart-shaded = ombré : le chiffre donné est juste
separator = {" ; "}
quoted = « { $text } »
noted = { $notes ->
    [none] { $what }
   *[other] { $what } ({ $notes })
}
value-on = { $value } au { $date }
list-titled = Liste : { $heading }
report-heading = Chiffres vérifiés d'après les documents publics
list-items = Tous les éléments de la liste
list-short = Liste
progress-checking = Vérification de { $source } : { $seconds } s{ $left ->
    [none] {""}
   *[other] , encore { $left } environ
}

# Un chiffre seul, en une phrase

figure-sentence = { $measure } : { $value }{ $date ->
    [none] {""}
   *[other] , au { $date }{ $last ->
        [none] {""}
       *[other] {" "}(dernier jour du registre)
    }
}{ $definition ->
    [none] .
   *[other] , ainsi compté : { $definition }.
}
figure-told = { $date ->
    [none] {""}
   *[other] Au { $date }{ $last ->
        [none] {""}
       *[other] {" "}(dernier jour du registre)
    },{" "}
}{ $sentence }{ $definition ->
    [none] .
   *[other] {" "}(compté : { $definition }).
}
