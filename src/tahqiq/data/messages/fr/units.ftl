# Une quantité de chaque unité qu'une mesure peut avoir. `count` choisit le pluriel, `number` est le chiffre tel qu'écrit.
# Derrière un million ou un milliard se place « de » : trois millions de voix.

unit-vetoes = { $count ->
    [one] { $number } veto
    [many] { $number } de vetos
   *[other] { $number } vetos
}
unit-drafts = { $count ->
    [one] { $number } projet de résolution
    [many] { $number } de projets de résolution
   *[other] { $number } projets de résolution
}
unit-votes = { $count ->
    [many] { $number } de voix
   *[other] { $number } voix
}
unit-notifications = { $count ->
    [one] { $number } notification
    [many] { $number } de notifications
   *[other] { $number } notifications
}
unit-decisions = { $count ->
    [one] { $number } décision
    [many] { $number } de décisions
   *[other] { $number } décisions
}
unit-conflicts = { $count ->
    [one] { $number } conflit armé
    [many] { $number } de conflits armés
   *[other] { $number } conflits armés
}
unit-events = { $count ->
    [one] { $number } événement
    [many] { $number } d'événements
   *[other] { $number } événements
}
unit-rows = { $count ->
    [one] { $number } entrée
    [many] { $number } d'entrées
   *[other] { $number } entrées
}
unit-days = { $count ->
    [one] { $number } jour
    [many] { $number } de jours
   *[other] { $number } jours
}
unit-months = { $number } mois
unit-years = { $count ->
    [one] { $number } an
    [many] { $number } d'années
   *[other] { $number } ans
}
unit-numbers = { $count ->
    [one] { $number } nombre
    [many] { $number } de nombres
   *[other] { $number } nombres
}
unit-items = { $count ->
    [one] { $number } élément
    [many] { $number } d'éléments
   *[other] { $number } éléments
}
unit-people = { $count ->
    [one] { $number } personne
    [many] { $number } de personnes
   *[other] { $number } personnes
}
unit-seats = { $count ->
    [one] { $number } siège
    [many] { $number } de sièges
   *[other] { $number } sièges
}
unit-titles = { $count ->
    [one] { $number } titre
    [many] { $number } de titres
   *[other] { $number } titres
}
unit-goals = { $count ->
    [one] { $number } but
    [many] { $number } de buts
   *[other] { $number } buts
}
unit-beds = { $count ->
    [one] { $number } lit
    [many] { $number } de lits
   *[other] { $number } lits
}
unit-children = { $count ->
    [one] { $number } enfant
    [many] { $number } d'enfants
   *[other] { $number } enfants
}
unit-tonnes = { $count ->
    [one] { $number } tonne
    [many] { $number } de tonnes
   *[other] { $number } tonnes
}
unit-kilometres = { $number } km
unit-square_kilometres = { $number } km²
unit-degrees_celsius = { $number } °C
unit-percent = { $number } %
unit-EUR = { $count ->
    [many] { $number } d'euros
   *[other] { $number } €
}
unit-GBP = { $count ->
    [many] { $number } de livres sterling
   *[other] { $number } £
}
unit-USD = { $count ->
    [one] { $number } dollar
    [many] { $number } de dollars
   *[other] { $number } dollars
}
unit-fraction = { $number }
percent = { $number } %
unit-rank = numéro { $number }
unit-other = { $number } { $unit }
unit-truth = { $count ->
    [0] { no }
   *[other] { yes }
}
unit-plain = { $number }
range = { $low } à { $high }
unknown-value = inconnu
tally-in_favour = { $number } pour
tally-against = { $number } contre
tally-abstaining = { $count ->
    [one] { $number } abstention
   *[other] { $number } abstentions
}
tally-absent = { $count ->
    [one] { $number } absent
   *[other] { $number } absents
}
yes = oui
no = non

# Les dates selon le CLDR. date-locales : le premier donne la langue du modèle, chacun un nom du mois.

date-locales = fr_FR
date-day = d MMMM y
date-first = d'er' MMMM y
date-month = MMMM y
span = { $same ->
    [yes] { $whole ->
        [day] le { $from }
       *[other] en { $from }
    }
   *[no] { $from ->
        [none] jusqu'au { $to }
       *[other] { $to ->
            [none] { $whole ->
                [day] depuis le { $from }
               *[other] depuis { $from }
            }
           *[other] { $whole ->
                [day] du { $from } au { $to }
               *[other] de { $from } à { $to }
            }
        }
    }
}
