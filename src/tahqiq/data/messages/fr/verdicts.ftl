# Les verdicts : nom, signe (pour les terminaux sans couleur), ce qu'ils veulent dire, dans leur ordre.

verdict-supported = Confirmé
verdict-supported_under = Confirmé selon une autre définition
verdict-outdated = Dépassé
verdict-mixed = Incompatibles
verdict-contradicted = Contredit
verdict-ambiguous = Ambigu
verdict-out_of_coverage = Hors du registre
verdict-not_checkable = Invérifiable
verdict-damaged = Texte abîmé

sign-supported = ✓
sign-supported_under = ◐
sign-outdated = ↺
sign-mixed = ≠
sign-contradicted = ✗
sign-ambiguous = ?
sign-out_of_coverage = …
sign-not_checkable = ∅
sign-damaged = #

meaning-supported = Le registre donne ce chiffre selon la définition usuelle, à la date en question.
meaning-supported_under = Une autre façon documentée de compter donne ce chiffre.
meaning-outdated = Le chiffre a été vrai, et avait cessé de l'être avant la date en question.
meaning-mixed = Chaque chiffre peut être vrai, mais aucune définition ni aucune date ne les rend vrais ensemble.
meaning-contradicted = Le registre couvre ceci, et aucune définition ne donne ce chiffre à quelque jour que ce soit jusqu'ici.
meaning-ambiguous = Le texte peut se lire de plusieurs façons, et les lectures ne s'accordent pas.
meaning-out_of_coverage = Le registre ne va pas assez loin pour le dire.
meaning-not_checkable = Aucun registre ne peut répondre à ceci.
meaning-damaged = Le texte est abîmé ici au-delà de toute réparation.

# Genres d'affirmations

kind-count = nombre
kind-ordinal = rang dans une suite
kind-event = événement
kind-tally = décompte de voix
kind-amount = montant
kind-rank = rang
kind-share = part
kind-sale = vente
kind-rule = règle
kind-date = date
kind-sum = somme
kind-list = liste

# Ce que sont devenus les éléments d'une liste

status-matched = dans le registre
status-misdated = dans le registre à une autre date
status-not_in_record = absent du registre
status-damaged = abîmé
status-lost = perdu

# Comment un chiffre est donné

qualifier-exactly = { $what }
qualifier-about = environ { $what }
qualifier-at_least = au moins { $what }
qualifier-more_than = plus de { $what }
qualifier-at_most = au plus { $what }
qualifier-less_than = moins de { $what }
per-year = { $what } par an
per-month = { $what } par mois
per-day = { $what } par jour
per-head = { $what } par personne
per-other = { $what } chacun
