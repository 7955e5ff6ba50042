"""The words by which texts speak of the place of an option, in the languages of the interface."""

from __future__ import annotations

import re

LABEL = (
    r"(?>(?<![\w’'])(?:[A-Z]|[bcdfgh]|[1-9]\d?)(?!\w|['’](?=\w)(?!s\b))"
    r"|(?<=[(\"'‘“„«`*])[ae](?=[)\"'’”“»`*])|(?<![\w’'])[ae](?=\)))"
)
"""A letter or number by which an option may be called. A small "a" or "e" is a word, unless bracketed."""

_CLOSING = r"(?:[*_`\"”“»]|['’](?!s\b))"
_MARKED = (
    rf"(?:[*_`\"'‘“„«]*(?:\([*_`]*)?{LABEL}"
    rf"(?:{_CLOSING}+(?:\){_CLOSING}*)?|\){_CLOSING}*|(?!\s*[=<>+/^])))"
)
"""A label, which may stand in brackets, quotes or emphasis.

Each sign can be read in one way alone, here and between labels: a long list would take minutes otherwise.
"""

_JOINED = r"(?:and|or|nor|to|through|und|oder|noch|bis|et|ou|y|o|e)"
_AND = rf"(?:\s*,\s*(?:{_JOINED}\s*)?|\s*(?:[&/–-]|\b{_JOINED}\b)\s*)"
_LABELS = rf"{_MARKED}(?:{_AND}{_MARKED})*"
_SLASHED = r"[A-H1-9](?:\s*/\s*[A-H1-9])+"
"""Labels with a slash between, which is a quotient where an option does not say it alone."""

BETWEEN_LABELS = re.compile(_AND)

_NOUN = (
    r"(?:options?|answers?|choices?|alternatives?|responses?|distractors?"
    r"|Option(?:en)?|Antwort(?:möglichkeit)?(?:en)?|Möglichkeit(?:en)?|Alternativen?"
    r"|réponses?|opción|opciones|respuestas?|alternativas?|opção|opções)"
)

NAMED = re.compile(
    rf"\b(?P<noun>(?i:{_NOUN}))\s*(?:no\.|nr\.|n[.º°o]|number|#"
    rf"|(?:labell?ed|lettered|marked|numbered)\b|:(?=\s*[*_`(]*[A-Za-z]))?\s*(?P<labels>{_LABELS})"
    r"|(?:选项|選項|选择|答案|選択肢|回答)\s*[（(「]?(?P<sign>[A-H1-9])[）)」]?(?![A-Za-z0-9])"
)
"""An option called by its letter or number, as "option (b)" or "answers 1 and 3"."""

OF_SOMETHING = re.compile(
    r"\s+(?:of\s+(?!th(?:is|ese|e)\s+(?:question|options|answers|choices)\b)"
    r"|(?:(?:is|are|being)\s+)?(?:set|unset|enabled|disabled|passed|specified|switched|turned)\b)"
)
"""Behind such a name, where it is an option of a command, or a response of a server."""

_ENDS = (
    r"(?=\s*(?:$|[.,;:!?)\]…—–]|(?:is|are|was|were|isn't|aren't|do|does|don't|doesn't|cannot|can|would|will"
    r"|have|has|both|also|only|alone|apply|applies|hold|holds|and|or|but|because|since|as|above|below"
    r"|mentioned|listed|together)\b))"
)
"""Where no noun follows, which would say of what."""

_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|middle|last|final(?!\s+answer)|next|previous|preceding|penultimate"
    r"|[1-9](?:st|nd|rd|th)|(?:top|bottom)(?:most)?)"
)
_COUNT = r"(?:one|two|three|four|few|couple|[2-9])"
_SEVERAL = rf"{_ORDINAL}(?:\s+{_COUNT})?(?:\s+(?:and|or|nor)\s+(?:the\s+)?{_ORDINAL}(?:\s+{_COUNT})?)?"
_GROUP = r"(?:all|none|any|both|neither|either|one|two|some|most|each)"
_OPTION = r"(?:options?|answers?|alternatives?|distractors?)"
_OPTIONS = r"(?:options|answers|choices|alternatives)"
_NOT_OF_SOMEONE = "".join(
    rf"(?<!\b{word} )" for word in ("your", "her", "his", "its", "my", "their", "a", "as")
)
_NOT_OF_SOMETHING = (
    r"(?!\s+(?:of|to|from(?!\s+the\s+(?:top|bottom|left|right|end)\b)|in|for|by|sent|that|which|who|when"
    r"|passed|set|specified|supplied|received|returned|wins"
    r"|you|we|I|they|she|he|it|(?:is|was)\s+to)\b)"
)
_NOT_A_MEASURE = r"(?!\s+(?:an?|the|its|this|that|these|\d+|zero|one|average|all|each|any)\b)"
_RIGHT = r"(?:right|correct|wrong|incorrect)\b(?!-)"
_NOT_SOMEWHERE = r"(?!\s+(?:in(?!\s+(?:that|saying|claiming)\b)|on|for|under|with|of)\b)"
"""Not what is right somewhere: C, in most compilers."""

_ENGLISH = (
    rf"{_NOT_OF_SOMEONE}\b{_SEVERAL}\s+{_OPTION}\b{_NOT_OF_SOMETHING}",
    rf"{_NOT_OF_SOMEONE}\b{_ORDINAL}\s+{_COUNT}\s+choices\b{_NOT_OF_SOMETHING}",
    rf"\b{_SEVERAL}\s+of\s+(?:the|these)\s+(?:\w+\s+)?{_OPTIONS}\b",
    rf"\b{_OPTION}\s+(?:number\s+)?(?:one|two|three|four|five)(?:\s+(?:and|or|to|through)\s+(?:two|three|four|five))?{_ENDS}",
    rf"\b{_GROUP}\s+of\s+the\s+(?:above|below|preceding|previous)(?:{_ENDS}|\s+{_OPTIONS}\b)",
    rf"\b{_GROUP}\s+of\s+the\s+{_OPTIONS}\s+(?:above|below)\b",
    rf"\b(?:all|both|any|none)\s+(?:(?:of|the|these|those|two|three|four)\s+)*above{_ENDS}",
    rf"\bthe\s+(?:former|latter)\s+(?:{_OPTION}|choices?)\b{_NOT_OF_SOMETHING}",
    rf"\bthe\s+above\s+(?:{_OPTION}|choices?)\b{_NOT_OF_SOMETHING}",
    rf"\b(?:{_OPTION}|choices?)\s+(?:(?:given|listed|just|right|directly|immediately)\s+)*"
    rf"(?:(?:above|below)\b{_NOT_A_MEASURE}|(?:before|after)\s+(?:this|it)\b"
    r"|at\s+the\s+(?:top|bottom|end|beginning)\b|on\s+the\s+(?:left|right)\b)",
    rf"\bthe\s+(?:{_SEVERAL}(?:\s+choices?)?|(?:ones?|two|three)\s+(?:above|below))\s+(?:is|are)\s+"
    rf"(?:(?:both|all|also|not|only|the)\s+)*(?:{_RIGHT}|(?:true|false)\b)",
)
_GERMAN = (
    r"\b(?:erste|zweite|dritte|vierte|fünfte|mittlere|(?:vor)?letzte|vorige|vorherige|vorangehende|nächste"
    r"|obige|untere|obere|oberste|unterste)[nrs]?\s+(?:(?:beiden|zwei|drei|vier)\s+)?"
    r"(?:Option|Antwort(?:möglichkeit)?|Möglichkeit|Alternative)(?:e?n)?\b(?!\s+(?:ist,|de[rsmn]|zu|von|für)(?!\w))",
    r"\b(?:alle|keine?|beide|eine|nichts)[rs]?\s+(?:von\s+)?(?:der\s+|den\s+|die\s+|davon\s+)?(?:oben\s+)?"
    r"(?:obigen|oben|obenstehenden|vorstehenden|vorangehenden|(?:oben|vor)?genannten)\b"
    r"(?!\s+(?-i:[A-ZÄÖÜ])(?!ntwort|ption|öglichkeit))",
    r"\b(?:Option|Antwort|Möglichkeit|Alternative)(?:e?n)?\s+(?:oben|unten|darüber|darunter|davor|danach)\b",
    r"\bdie\s+(?:ersten|letzten)\s+(?:beiden|zwei|drei)\s+(?:sind|stimmen)\b",
)
_NOT_DE = r"(?!\s+(?:de|del|du|des|da|do|dos|das|pour|para)\b)(?!\s+d['’])"
_ROMANCE = (
    r"\b(?:première|deuxième|seconde|troisième|quatrième|dernière|précédente|prochaine)s?\s+"
    rf"(?:(?:deux|trois)\s+)?(?:options?|réponses?)\b{_NOT_DE}",
    r"\b(?:options?|réponses?)\s+(?:précédente|suivante|ci-dessus|ci-dessous)s?\b",
    r"\b(?:toutes|aucune|tous|aucun|une|l'une)\s+(?:de\s+|des\s+|les\s+|ces\s+)*(?:options\s+|réponses\s+)?"
    r"(?:ci-dessus|ci-dessous|précédentes)\b",
    r"\b(?:primera|segunda|tercera|cuarta|(?:pen)?última)s?\s+(?:(?:dos|tres)\s+)?"
    rf"(?:opción|opciones|respuestas?)\b{_NOT_DE}",
    r"\b(?:primeira|segunda|terceira|quarta|(?:pen)?última)s?\s+(?:(?:duas|três)\s+)?"
    rf"(?:opção|opções|respostas?|alternativas?)\b{_NOT_DE}",
    r"\b(?:opción|opciones|respuestas?|opção|opções|respostas?|alternativas?)\s+"
    r"(?:anterior(?:es)?|siguientes?|seguintes?|de\s+arriba|acima|abaixo)\b",
    r"\b(?:todas|todos|ninguna|ninguno|nenhuma|nenhum|ambas|cualquiera|qualquer)\s+(?:de\s+)?"
    r"(?:(?:las|los|das|dos|as|os)\s+)?(?:(?:opciones|respuestas|opções|respostas|alternativas)\s+)?"
    r"(?:anteriores|acima|de\s+arriba)\b",
)
_OTHERS = (
    r"以上(?:皆|都|全部|全|均|两项|所有)|(?:上述|上面)(?:都|全|所有|各项)|上記(?:の)?(?:すべて|全て|いずれ|どれ)|以上の(?:すべて|全て|いずれ)",
    r"第[一二三四五1-9](?:个|個|の)?(?:选项(?!卡)|選項|選択肢|答案)"
    r"|(?:最后|最後|前|上|下)(?:一|两|兩|二|三)?(?:个|個|の)(?:选项(?!卡)|選項|選択肢|答案)"
    r"|(?:(?:最初|最後|前|次)の(?:[二三23]つの)?|[一二三四五1-9]番目の)(?:選択肢|答え)",
    r"(?:جميع|كل|لا شيء م?ن?|أي م?ن?)\s*مما?\s*سبق|(?:كل|جميع)\s+ما\s+سبق",
    r"(?:الخيار|الإجابة)\s*\(?(?:[أبجد]|[A-D1-9])\)?(?!\w)",
    r"الخيار\s+(?:الأول|الثاني|الثالث|الرابع|الأخير|السابق|التالي)",
)
PHRASE = re.compile("|".join((*_ENGLISH, *_GERMAN, *_ROMANCE, *_OTHERS)), re.IGNORECASE)
"""Places in other words, as "the previous option" or "all of the above"."""

WHOLE_OPTION = re.compile(
    rf"(?:(?:only|both|either|neither|just)\s+)?(?:of\s+)?(?:the\s+)?{_SEVERAL}(?:\s+of\s+these)?(?:\s+(?:only|alone))?"
    rf"|(?:all|any|everything)\s+(?:but|except)\s+(?:for\s+)?the\s+{_SEVERAL}"
    rf"|{_GROUP}\s+of\s+(?:these|those|the)(?:\s+{_OPTIONS})?|everything\s+(?:listed\s+)?above"
    r"|(?:nur\s+)?die\s+(?:ersten|letzten|erste|zweite|dritte|letzte)(?:\s+(?:beiden|zwei|drei))?"
    r"|(?:alle|keine|keines|keiner|beide)\s+(?:davon|von\s+(?:diesen|ihnen))"
    r"|(?:seulement\s+)?les\s+(?:deux|trois)\s+(?:premières|derniers|dernières|premiers)",
    re.IGNORECASE,
)
"""What speaks of other options where it is all that an option says."""

OF_TWO = re.compile(
    r"(?:only\s+)?the\s+(?:former|latter)(?:\s+(?:one|only))?"
    rf"(?:\s*\Z|\s+(?:is|are)\s+(?:{_RIGHT}|(?:true|false)\b))",
    re.IGNORECASE,
)
"""At the beginning of a text, one of two options that nothing before it has named."""

_ONLY = r"(?:only|nur|just|seulement|solo|sólo|só|apenas)"

COMBINATION = re.compile(
    rf"(?:(?:both|either|neither|sowohl|weder|(?P<but>all\s+(?:but|except)))\s+)?(?:(?P<only>{_ONLY})\s+)?"
    rf"(?P<labels>{_SLASHED}|{_LABELS})(?:\s+(?:(?P<alone>{_ONLY}|alone)|together|are\s+(?:right|correct)))?",
    re.IGNORECASE,
)
"""An option that is made of others, as "A and C" or "1 and 3 only"."""

VERDICT = re.compile(
    r"\b(?:(?:[Tt]he\s+)?(?:right|correct|best)\s+(?:answers?|options?|choices?|ones?)\s+(?:is|are|would\s+be)"
    rf"|[Tt]he\s+answers?\s+(?:is|are)|richtige?\s+(?:ist|sind))\s+(?P<object>{_LABELS}){_ENDS}"
    rf"|(?:^|(?<=[.;:!?]\s)|\b(?:[Bb]oth|because|but)\s+)(?:(?:[Tt]he\s+)?[Ll]etters?\s+)?(?P<subject>{_LABELS})"
    rf"\s+(?:is|are)\s+(?:both\s+|all\s+|also\s+)*(?:{_RIGHT}{_NOT_SOMEWHERE}|(?:true|false){_ENDS})"
    rf"|\b(?:chose|picked|selected|ticked)\s+(?P<chosen>{_LABELS}){_ENDS}",
    re.MULTILINE,
)
"""A letter of which is said that it is right or wrong."""

ANSWER = re.compile(
    r"^[*_]*(?:(?:[Aa]ns|ANS)\b\.?[*_]*\s*[:=–—-]?|(?:[Cc]orrect\s+)?[Aa]nswer\s*[=–—-]|(?:[Ss]olution|[Kk]ey|[Cc]orrect)\s*[:=–—-])"
    rf"[*_]*\s*(?P<labels>{_LABELS})(?=\s*(?:$|[.,;)])|\s+[–—-]\s)",
    re.MULTILINE,
)
"""The letter of the key at the beginning of a line, as "Ans: C"."""

_SENTENCE = r"(?:^|(?<=[.;!?]\s))"
BEGINNING = re.compile(
    rf"{_SENTENCE}(?:(?P<bracketed>\(?[A-Ha-h]\))\s+(?:is|are|does|has|can|cannot|would|may|describes)\b"
    r"|(?P<bare>[A-H])\.\s+(?:[Ii]ncorrect|[Cc]orrect|[Ww]rong|[Rr]ight)(?=\s*(?:$|[.,:;!–—-])|\s+(?:because|since|as)\b))",
    re.MULTILINE,
)
"""A letter that a sentence begins with and speaks of, as "a) is too slow" or "A. Incorrect"."""

IN_DOUBT = re.compile(
    rf"{_SENTENCE}(?P<labels>{_MARKED}(?:{_AND}{_MARKED})+"
    r"(?=\s+(?:is|are|does|do|has|have|can|cannot|will|would|may|might)\b)|[A-H]\)(?=\s+[a-z]+s\b))",
    re.MULTILINE,
)
"""Letters that a sentence speaks of, and that may be names of other things: "A and C are too slow"."""

_BRACKETED = r"\([A-Ha-h]\)"
BRACKETED = re.compile(
    rf"(?:{_BRACKETED}(?:\s*,\s*|\s*,?\s*\b(?:and|or|nor|und|et|y|e)\s+|\s*&\s*))+{_BRACKETED}"
    rf"|(?<=\brule out )(?:{_BRACKETED})|(?<=\brules out )(?:{_BRACKETED})|(?<=\bexcludes )(?:{_BRACKETED})"
    rf"|(?<=\beliminates )(?:{_BRACKETED})"
)
"""Letters in brackets side by side, or behind a verb of elimination, as "this rules out (b) and (c)"."""

BEFORE_PARTS = re.compile(
    r"(?:\w[.)]?|\b(?:articles?|sections?|sec\.|art\.|paragraphs?|clauses?|equations?|eqs?\.|figures?|figs?\.|panels?|parts?"
    r"|steps?|cases?|conditions?|tables?|items?|lines?|points?)\s)$|\d\s$",
    re.IGNORECASE,
)
"""What stands before a letter in brackets that is a part of a text or a picture, as "Article 6(a)"."""

OF_PLACES = (
    *(
        "option",
        "answer",
        "choice",
        "alternativ",
        "response",
        "distractor",
        "above",
        "below",
        "preceding",
        "previous",
    ),
    *("former", "latter", "right", "correct", "wrong", "true", "false"),
    *(
        "antwort",
        "möglichkeit",
        "oben",
        "obig",
        "stehend",
        "vorangehend",
        "genannt",
        "die ersten",
        "die letzten",
    ),
    *("réponse", "ci-dessus", "ci-dessous", "précédent", "opci", "respuesta", "opç", "resposta"),
    *("anterior", "acima", "abaixo", "arriba"),
    *("选项", "選項", "选择", "選択肢", "答案", "答え", "回答", "以上", "上述", "上面", "上記"),
    *("سبق", "الخيار", "الإجابة"),
)
"""Every text that `NAMED` or `PHRASE` matches has one of these in it, once it is in small letters."""

OF_VERDICTS = (
    *("right", "correct", "wrong", "true", "false", "best", "answer"),
    *("richtig", "chose", "picked", "selected", "ticked"),
)
"""The same for `VERDICT`."""
