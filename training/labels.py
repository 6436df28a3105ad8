"""What the engine is asked, and in which order it answers. Export writes this beside the engine."""

from network import Head

TYPES = """
AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE
COERCE ASSAULT""".split()
MODES = """
visit third-party multilateral phone withdraw release disarm ceasefire access resign assist change yield meet
disapprove investigate allege restrict arrest relations expel territory violence demo riot strike hunger boycott
obstruct vandalize convict discontinue troops weapons police militia seize ban censor curfew martial-law deport
withhold misinformation cyber abduct beat torture sexual targeted destroy primitive firearms explosives
suicide-attack aerial drone heavy-weapons crowd-control unconventional""".split()
STATUSES = "asserted negated future hypothetical".split()
SECTORS = ["", *"GOV MIL COP JUD LEG SPY PTY OPP REB CVL JRN BUS EDU REL LAB CRM UAF ELI REF".split()]
ROLES = "actor recipient said_by when speaker content".split()
LAND = (
    "land actor recipient".split()
)  # whose: of a party; of a trigger's actor or recipient whom no word names
NAMES = "PER LOC ORG OTH".split()
SYNTAX_ROLES = "ARG0 ARG1 ARG2 ARGM-TMP ARGM-NEG ARGM-MOD ARGM-LOC".split()
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
DEPRELS = """
acl advcl advmod amod appos aux case cc ccomp compound conj cop csubj dep det discourse dislocated expl fixed flat
goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp""".split()

# The engine as shipped. Choices begin with "nothing" where nothing is an answer.
ENGINE = (
    Head("trigger", "choice", 1 + len(TYPES)),
    Head("mode", "choice", 1 + len(MODES)),
    Head("status", "choice", len(STATUSES)),
    Head("party", "choice", 3),
    Head("sector", "choice", len(SECTORS)),
    Head("cue", "choice", 3),
    Head("pair", "choice", len(TYPES)),  # of two parties that the reading marks
    Head("role", "pair", len(ROLES)),
    # From a party or a trigger to the words that name the country asked for; to the opening mark: none here does.
    Head("land", "pair", len(LAND)),
)
# Asked while learning only: what other corpora teach about the same words.
SCHOOL = (
    Head("name", "choice", 1 + 2 * len(NAMES)),
    Head("upos", "choice", len(UPOS)),
    Head("deprel", "choice", len(DEPRELS)),
    Head("arc", "pair", 1),
    Head("proposition", "pair", len(SYNTAX_ROLES)),
    Head("predicate", "choice", 2),
    Head("factuality", "choice", 1),
)
