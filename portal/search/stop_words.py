"""Stop words: words of nearly every text, which queries leave out. In the spelling of `normalise.plain`."""

_GERMAN = """
aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei beim bin
bis bist da damit dann das dass dein deine dem den denn der des dessen deren die dies diese diesem diesen dieser dieses
dich dir doch dort du durch ein eine einem einen einer eines er es etwas euch euer eure für gegen gibt hab habe haben
hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist jede jedem jeden jeder jedes
jene jetzt kann kannst können könnte man manche mein meine meinem meinen meiner mich mir mit muss müssen nach nicht noch
nun nur ob oder ohne sehr sein seine seinem seinen seiner selbst sich sie sind so solche soll sollte sondern sonst um
und uns unser unsere unter viel vom von vor war waren was weil welche welcher welches wenn wer werde werden wie wieder
will wir wird wo wollen würde würden zu zum zur zwar zwischen über
"""
# Without "not", since "Not" is German for an emergency.
_ENGLISH = """
a about above after again all also am an and any are as at be because been before being below between both but by can
could did do does doing down during each few for from further get had has have having he her here hers him his how i if
in into is it its just me more most my no nor of off on once only or other our out over own same she should so some
such than that the their them then there these they this those through to too under until up us very was we were what
when where which while who whom why will with would you your
"""
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_WITHOUT_MARKS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})

_WORDS = (_GERMAN + _ENGLISH).split()
STOP_WORDS = frozenset(
    form for word in _WORDS for form in (word, word.translate(_WRITTEN_OUT), word.translate(_WITHOUT_MARKS))
)
