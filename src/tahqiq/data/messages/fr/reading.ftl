# D'où vient la date de référence

basis-published = la date de publication
basis-today = aujourd'hui, faute de date de publication donnée ou trouvée
basis-stated = la date que l'affirmation nomme elle-même

# Réparations

repair-coded_twice = caractères codés deux fois, relus tels qu'ils étaient
repair-displaced_day = numéro du jour remis en tête de ligne
repair-broken_word = mot coupé en fin de ligne rejoint
repair-stray_space = espace superflue ôtée
repair-displaced_latin = mots en lettres latines remis à leur place
repair-reversed_heading = lignes d'un titre remises dans l'ordre
repair-dead_link = lien sans adresse ôté

# Dégâts. Les mots sont choisis pour n'accuser personne.

damage-repeated = Ce passage est répété.
damage-foreign_passage = Ce passage est étranger à son paragraphe.
damage-list_gap = Les numéros { $first } à { $last } de la liste manquent.
damage-displaced_day = Le jour de l'élément { $number } a été déplacé, et plus d'un endroit lui convient.
damage-lost_head = Le début de cet élément est perdu, et avec lui son numéro et sa date.{ $number ->
    [none] {""}
   *[other] {" "}D'après sa place, c'était l'élément { $number }.
}
damage-month_pair = Les deux noms donnés au mois ne désignent pas le même : { $first } et { $second }.
damage-weekday = Le { $date } est un { $fell_on }, mais le texte dit { $weekday } : l'un des deux est faux.
damage-displaced_latin = Un mot en lettres latines, { $word }, a été déplacé, et sa place ne peut être dite.
damage-cut_off = La phrase s'interrompt après « { $word } ».
damage-other = Le texte est abîmé ici.
damage-page_without_text = La page { $page } est une image et ne contient pas de texte.
