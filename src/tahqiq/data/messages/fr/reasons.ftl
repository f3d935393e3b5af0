# Pourquoi un verdict est donné : une ou deux phrases, pour qui ne sait rien des registres.
# Un attribut est une phrase de plus, dite seulement quand le détail de son nom est connu.

reason-default_holds = { $value ->
    [none] Le registre donne le chiffre du texte, compté de la façon usuelle.
   *[other] Le registre donne { $value } { $as_of ->
        [none] de la façon usuelle de compter.
       *[other] au { $as_of }, de la façon usuelle de compter.
    }
}
    .more = C'est plus d'un dixième au-dessus du chiffre du texte.
reason-other_definition = Le chiffre du texte ({ $stated }) est juste selon une autre façon documentée de compter : { $definition }.
    .today = De la façon usuelle de compter, le registre donne { $today }.
    .used_by = Elle est utilisée par { $used_by }.
    .reconstructed = Nous avons déduit cette règle de totaux publiés ; aucun éditeur ne l'énonce.
reason-other_way_round = D'après le registre, c'est l'inverse : { $value }.
reason-among_rows = La place donnée ({ $stated }) est juste parmi ceux que le registre contient ; il ne dit pas qu'il n'en manque aucun.
reason-later_edition = Le chiffre du texte ({ $stated }) ne figure que dans une édition de la source publiée après la date en question ({ $definition }).
    .today = L'édition d'alors donne { $today }.
reason-window_ended = { $windows ->
    [none] Le chiffre du texte ({ $stated }) a été vrai { $span }, et ne l'était plus au { $as_of }.
   *[other] Le chiffre du texte ({ $stated }) a été vrai pour la dernière fois { $span }, et ne l'était plus au { $as_of }.
}
    .age = Cela avait cessé { $age } plus tôt.
    .written_after = Le texte a été écrit le { $written_after } ou plus tard, puisqu'il parle d'un événement de ce jour.
    .today = À cette date, le registre donne { $today }.
    .definition = Ainsi compté : { $definition }.
reason-no_common_window = Chacun de ces chiffres est vrai à un moment donné et d'une certaine façon de compter, mais aucun jour ni aucune façon de compter ne les rend vrais tous ensemble.
    .figures = { $figures }.
reason-never_reached = Aucune façon documentée de compter ne donne { $stated } à quelque jour que ce soit jusqu'au { $as_of }.
    .nearest = Le chiffre le plus proche est { $nearest }{ $nearest_definition ->
        [none] .
       *[other] , ainsi compté : { $nearest_definition }.
    }
    .value = De la façon usuelle de compter, le registre donne { $value }.
reason-reached_later = Le chiffre du texte ({ $stated }) n'était pas encore vrai au { $as_of } ; il a été atteint pour la première fois au { $reached }.
    .value = Au { $as_of }, le registre donne { $value }.
reason-far_above = Le chiffre du registre est bien au-dessus de celui du texte : { $value }.
reason-row_matched = Le registre l'a : { $row_words }.
    .date_words = Sa date est { $date_words }.
reason-near_date = Le texte dit { $date }, le registre { $other_date } : un jour d'écart, comme les fuseaux horaires peuvent en faire.
    .row_words = Dans le registre : { $row_words }.
reason-wrong_date = { $date ->
    [none] Le registre a ceci à une autre date : { $other_date }.
   *[other] Le registre a ceci à une autre date : { $other_date }, et non { $date }.
}
    .row_words = Dans le registre : { $row_words }.
reason-no_such_row = { $date ->
    [none] Le registre est complet pour ce temps, et n'a pas de telle entrée.
   *[other] Le registre est complet pour ce temps, et n'a pas de telle entrée ({ $date }).
}
    .nearest_row = L'entrée la plus proche est { $nearest_row }.
reason-tally_matches = Le registre a les mêmes voix.
    .row_words = Le vote est { $row_words }.
reason-tally_differs = Le texte dit { $stated } ; le registre a { $value }.
    .part = La différence porte sur les voix : { $part }.
    .row_words = Le vote est { $row_words }.
reason-readings_disagree = Le texte peut se lire de plusieurs façons, et ne choisit pas entre elles.
    .figures = { $figures }.
reason-past_coverage = { $to ->
    [none] Le registre n'atteint pas cette date.
   *[other] Le registre s'arrête au { $to }, avant la date en question.
}
    .value = Jusque-là, il donne { $value }.
reason-before_coverage = { $from ->
    [none] Le registre commence après cette date.
   *[other] Le registre commence au { $from }, après la date en question.
}
reason-incomplete_record = Le registre n'est pas complet ici : ce qui lui manque ne prouve rien.
    .value = Ce qu'il contient donne { $value }.
reason-may_be_missing = { $missing ->
    [none] On sait qu'il manque au registre des entrées de ce temps ; le chiffre ne peut donc être exclu.
   *[other] Il peut manquer au registre de ce temps jusqu'à { $missing } ; le chiffre ne peut donc être exclu.
}
    .value = Ce qu'il contient donne { $value }.
    .difference = La différence est de { $difference }.
reason-not_in_any_edition = Aucune édition de la source que nous ayons ne donne ce chiffre.
    .nearest = Le plus proche est { $nearest }.
reason-sum_matches = La somme des parties est { $sum ->
    [none] le total donné.
   *[other] { $sum }, comme le dit le texte.
}
reason-sum_differs = La somme des parties est { $sum }, et non { $whole ->
    [none] { $stated } comme le dit le texte.
   *[other] { $whole }.
}
    .difference = La différence est de { $difference }.
reason-rule_holds = La règle en vigueur à cette date dit la même chose{ $value ->
    [none] .
   *[other] {"\u00a0"}: { $value }.
}
reason-not_the_determination = La phrase sur l'équilibre militaire de base est une formule usuelle des avis publics ; ce n'est pas la détermination que la loi demande.
reason-rule_differs = La règle en vigueur à cette date dit autre chose{ $value ->
    [none] .
   *[other] {"\u00a0"}: { $value }.
}
    .nearest = Le plus proche est { $nearest }.
reason-weak_source = Le registre n'a pour ceci qu'une source faible, insuffisante pour confirmer ou contredire.
    .value = Cette source donne { $value }.
reason-ambiguous_date = La date du texte peut se lire de plusieurs façons.
    .figures = { $figures }.
reason-figures_agree = Les chiffres de cette phrase tiennent ensemble : une même façon de compter et un même jour conviennent à tous.
    .definition = Ainsi compté : { $definition }.
    .span = Ils sont justes { $span }.

# Un chiffre parmi plusieurs dans une même raison

figure = { $stated ->
    [none] { $reading ->
        [none] { $value }
       *[other] { $reading } : { $value }
    }
   *[other] { $reading ->
        [none] {""}
       *[other] { $reading } :{" "}
    }{ $span ->
        [none] { $stated }
       *[other] { $stated } { $span }
    }
}
    .today = (au { $as_of }, c'était { $today })
row-words = { $row ->
    [none] { $about }{ $day ->
        [none] {""}
       *[other] , { $day }
    }
   *[other] { $row }{ $day ->
        [none] {""}
       *[other] , { $day }
    }{ $about ->
        [none] {""}
       *[other] {" "}({ $about })
    }
}

reason-other_reading = Le chiffre du texte ({ $stated }) est juste si l'on entend : { $measure_words } ({ $value }){ $definition ->
    [none] .
   *[other] , ainsi compté : { $definition }.
}
reason-year_running = Le chiffre du texte ({ $stated }) est atteint si l'on compte l'année alors en cours. Les éditeurs la comptent dès que l'argent est voté ; ce registre, quand l'année est finie.

reason-left_open = Le texte ne dit pas de qui les actes sont comptés, ni depuis quand ; le chiffre ne peut donc être opposé au registre.
    .value = Compté depuis le début, le registre donne { $value }.

reason-month_resolved = Le texte nomme le jour de deux façons qui ne s'accordent pas (deux mois, ou un jour de la semaine et une date). L'événement dit laquelle est la bonne : c'était le { $other_date }.
    .row_words = Dans le registre : { $row_words }.
reason-other_meaning = Ces lettres désignent autre chose dans la loi et ailleurs dans ce texte ; aucun registre ne peut donc répondre à ce qui est dit ici.

# Ce qui reste ouvert dans le texte, si bien que rien n'est dit ni contre lui ni pour lui

reason-open_role = La phrase ne le dit pas elle-même : { $open }. Ce que le texte dit ailleurs peut ne pas valoir ici ; rien n'est donc dit contre elle.
    .value = Si c'est bien ce qui est entendu, le registre donne { $value }.
reason-open_time = La phrase ne dit pas à quel moment ; rien n'est donc dit contre elle.
    .value = Au { $as_of }, le registre donne { $value }.
reason-unread_words = Des mots voisins du chiffre n'ont pas été compris. Ils peuvent restreindre ce qui est compté ; rien n'est donc dit contre lui.
    .value = Sans eux, le registre donne { $value }.
reason-fits_if = Le chiffre est juste si l'on entend ceci, que la phrase ne dit pas elle-même : { $open }.
    .value = Le registre donne { $value }.
reason-not_a_fact = { $aspect ->
    [cut] Le texte parle d'argent retiré ou annulé, ce qu'aucun registre ne contient.
    [change] Le texte parle d'une hausse ou d'une baisse, ce qu'aucun registre ne contient.
    [request] Le texte parle de ce qui a été demandé. Le registre contient ce qui a été décidé.
    [promise] Le texte parle d'une promesse. Le registre contient ce qui a été décidé.
    [plan] Le texte parle de ce qui est prévu. Le registre contient ce qui a eu lieu.
    [threat] Le texte parle d'une menace. Le registre contient ce qui a eu lieu.
    [condition] Le texte dit cela sous condition, et non comme un fait.
    [denial] Le texte dit que ce n'est pas le cas, ou que d'autres l'ont dit à tort.
    [attempt] Le texte parle d'une tentative. Le registre contient ce qui a eu lieu.
   *[other] Le texte n'énonce pas cela comme un fait.
}
reason-other_rate = { $rate ->
    [day] Le texte donne le chiffre par jour, et aucun registre ne compte ainsi.
    [month] Le texte donne le chiffre par mois, et aucun registre ne compte ainsi.
    [head] Le texte donne le chiffre par personne, et aucun registre ne compte ainsi.
   *[other] Le texte donne le chiffre pour chacun de quelque chose, et aucun registre ne compte ainsi.
}
reason-narrowed = Un mot restreint le chiffre à une partie qu'aucun registre ne distingue.
reason-counted_otherwise = Le chiffre du registre est proche de celui du texte sans être le même. D'autres comptent cet argent à une autre étape, comme promis ou comme versé ; le chiffre du texte ne peut donc être exclu.
    .value = Le registre donne { $value }.
reason-estimated_otherwise = Le chiffre du registre est proche de celui du texte sans être le même. D'autres sources, d'autres éditions et les années voisines en donnent d'autres ; le chiffre du texte ne peut donc être exclu.
    .value = Le registre donne { $value }.
reason-part_perhaps = Le chiffre du texte est si loin de celui du registre que le texte parle peut-être d'une partie, ou compte autrement.
    .value = Le registre donne { $value }.

# Un acte daté qui existe et qui est autre chose

reason-other_subject = Le registre a un tel acte à cette date ({ $date }), mais il portait sur autre chose.
    .row_words = Dans le registre : { $row_words }.
    .filters = Dans le texte : { $filters }.
reason-other_theme = Le registre a un tel acte à cette date ({ $date }), mais rien n'y dit qu'il ait porté sur ce que dit le texte.
    .row_words = Dans le registre : { $row_words }.
    .filters = Dans le texte : { $filters }.
reason-other_item = Le registre a le chiffre indiqué, mais pour autre chose que ce que nomme le texte.
    .row_words = Dans le registre : { $row_words }.
reason-other_ballot = Le registre a un tel acte à cette date ({ $date }), mais ceux-ci n'ont pas voté comme le dit le texte : { $members }.
    .row_words = Dans le registre : { $row_words }.
reason-other_draft = Le registre a un tel acte à cette date ({ $date }), mais pas sur le projet que nomme le texte.
    .row_words = Dans le registre : { $row_words }.
reason-other_order = { $says ->
    [first] Ce n'était pas le premier.
    [last] Ce n'était pas le dernier.
    [most] Il y en a eu davantage une autre année.
   *[other] Ce n'était pas le seul.
}
    .row_words = Dans le registre : { $row_words }.
reason-other_company = { $says ->
    [joint] Cela n'a pas été fait avec d'autres.
   *[other] Cela n'a pas été fait seul.
}
    .row_words = Dans le registre : { $row_words }.

# Pourquoi un endroit du texte n'a pas été jugé

reason-other_event = La phrase a les mots d'un événement du registre et une autre date : elle peut parler d'un autre événement.

# Comment s'appellent les rôles qu'aucun registre n'a

open-time = le moment
open-measure = ce qui est compté
open-law = la loi
open-parts = si ce sont là toutes les parties
open-event = quel événement
taken-carried = { $what }, d'une phrase précédente
taken-topic = { $what }, du titre ou du sujet de tout le texte
taken-assumed = { $what }, non dit, supposé
part-in_favour = pour
part-against = contre
part-abstaining = abstentions

# La phrase à employer à la place

correction-day = { $about ->
    [none] { $row }
   *[other] { $about }
} : la date est { $other_date }.
correction-tally = Le vote : { $value } ({ $row_words }).
reason-part_named = Le texte nomme une partie ou une question ; le registre compte ce qui concerne l'État entier, si bien que moins peut être juste.
