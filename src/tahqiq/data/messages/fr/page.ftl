# Le rapport en une page : ce qu'il faut corriger d'abord, puis quand les chiffres étaient justes, puis l'article

page-correct = À corriger
page-correct_none = Rien à corriger n'a été trouvé.
page-correct_none_hint = Cela vaut pour ce qui a été vérifié, et pour rien d'autre.
page-write = écrire
page-copy = Copier
page-copy_sentence = Copier la phrase
page-copied = Copié
page-show = Montrer dans le texte
page-confirmed = { $count ->
    [one] Un chiffre ou un fait confirmé
   *[other] { $count } chiffres et faits confirmés
}
page-dated = { $count ->
    [one] Une phrase dont seule la date a été vérifiée et confirmée
   *[other] { $count } phrases dont seule la date a été vérifiée et confirmée
}
page-undecided = { $count ->
    [one] Une affirmation que le registre ne tranche pas
   *[other] { $count } affirmations que le registre ne tranche pas
}
page-list = La liste : { $matched } éléments sur { $items } sont dans le registre
page-timeline = Quand chaque chiffre était juste
page-timeline_hint = Plein : de la façon usuelle de compter. Contour : d'une autre façon documentée. Le trait vertical est le jour auquel le texte est rapporté.
page-timeline_left_out = { $count ->
    [one] Un autre chiffre n'est pas dessiné.
   *[other] { $count } autres chiffres ne sont pas dessinés.
}
page-findings = Ce qui a été trouvé
page-previous = Précédent
page-next = Suivant
page-close = Fermer
page-of = { $number } sur { $count }
page-keys = Touches : j et k mènent au résultat suivant et au précédent, c copie, Échap ferme.
page-meaning = ce que cela veut dire
page-turned = { $count ->
    [one] Un caractère caché qui retournerait le sens du texte n'est pas montré.
   *[other] { $count } caractères cachés qui retourneraient le sens du texte ne sont pas montrés.
}
page-unread = non vérifié
timeline-day = { $basis ->
    [today] Aujourd'hui, { $date }
   *[other] Publié le { $date }
}
timeline-usual = juste { $spans }
timeline-others = compté autrement : { $spans }
timeline-spans = { $earlier ->
    [0] { $spans }
    [one] { $spans }, et une fois plus tôt
   *[other] { $spans }, et { $earlier } fois plus tôt
}

# Après le premier rapport

again-title = Vérifier une version corrigée
again-lead = Corrigez le texte et vérifiez-le de nouveau. Le nouveau rapport a son propre lien et dit ce qui est réparé, ce qui reste et ce qui est nouveau.
again-submit = Vérifier de nouveau
again-back = Retour au rapport
again-day = Rapporter le texte au
changes-title = Depuis la vérification précédente
changes-none = Rien n'était ni n'est à corriger.
changes-left = { $count ->
    [one] une reste
   *[other] { $count } restent
}
changes-new = { $count ->
    [one] une est nouvelle
   *[other] { $count } sont nouvelles
}
changes-unsure = { $count ->
    [one] une ne peut plus être jugée
   *[other] { $count } ne peuvent plus être jugées
}
changes-mended = { $count ->
    [one] une a été corrigée
   *[other] { $count } ont été corrigées
}
changes-removed = { $count ->
    [one] une a été ôtée
   *[other] { $count } ont été ôtées
}
change-left = Reste
change-new = Nouveau
change-unsure = Ne peut être jugé maintenant
change-mended = Corrigé
change-removed = Ôté
marks-title = Traités et contestés
marks-add = Marquer un résultat
marks-hint = Quiconque a le lien de ce rapport voit les marques ; seule sa clé les pose.
marks-claim = Résultat
marks-state = Marque
marks-handled = Traité
marks-disputed = Contesté
marks-nothing = Retirer la marque
marks-note = Note
marks-submit = Garder la marque
