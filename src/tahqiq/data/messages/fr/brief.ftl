# La raison d'un verdict en une ligne, d'une quinzaine de mots, et ce qu'il faut écrire à la place.

brief-default_holds = Comme dans le registre, compté de la façon usuelle.
brief-row_matched = { $day ->
    [none] Le registre l'a.
   *[other] Le registre l'a à la date du { $day }.
}
brief-never_reached = { $value ->
    [none] Aucune façon de compter n'a jamais donné ceci.
   *[other] Aucune façon de compter n'a jamais donné ceci ; la façon usuelle donne { $value }.
}
brief-window_ended = { $today ->
    [none] Vrai { $span }, et plus ensuite.
   *[other] Vrai { $span }, et plus ensuite ; au { $as_of } c'était { $today }.
}
brief-no_common_window = { $others ->
    [none] Vrai { $span }, et plus ensuite.
   *[other] { $span ->
        [none] Jamais vrai de la façon usuelle de compter, ni un même jour que { $others }.
       *[other] Vrai { $span }, jamais un même jour que { $others }.
    }
}
brief-other_definition = Juste seulement selon une autre façon de compter : { $definition }.
brief-other_way_round = C'est l'inverse : { $value }.
brief-among_rows = Juste parmi ceux que le registre contient.
brief-later_edition = Seule une édition postérieure de la source le donne.
brief-other_reading = Juste seulement si l'on entend : { $measure_words }.
brief-reached_later = Pas encore vrai au { $as_of } ; vrai pour la première fois au { $reached }.
brief-month_resolved = Les deux noms du mois ne s'accordent pas ; c'était le { $other_date }.
brief-sum_matches = Le compte des parties est bon.

write-figure = { $value } au { $as_of }{ $definition ->
    [none] {""}
   *[other] {" "}({ $definition })
}
write-day = { $other_date }
write-tally = { $value }
write-counted = {" "}(compté : { $definition })

verdict-dated = Date confirmée
meaning-dated = Le registre a cet événement à ce jour. Rien d'autre de la phrase n'a été vérifié.
