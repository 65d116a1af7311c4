"""Given names that nearly always belong to a man, or to a woman: enough to keep "she" from standing for
David."""

from articles.analysis.word_lists import word_set

MALE = word_set(
    "aaron abdul abdullah adam adrian ahmed aidan al alan albert alejandro alexander alfred ali allen "
    "amir andre andrew andy angus anthony antonio arthur barack barry ben benedict benjamin bernard "
    "bernie bill bob boris brad bradley brendan brent brett brian bruce bryan callum calvin carl carlos "
    "charles charlie chris christopher chuck clarence cliff clive colin conor craig dan daniel darren "
    "dave david dean denis dennis dmitry dominic don donald doug douglas duncan dylan ed eddie edward "
    "elliott emmanuel eric ernest ethan fernando francisco frank fred frederick gareth gary geoff "
    "geoffrey george gerald gerard giovanni glenn gordon graham greg gregory guy hamza hans harold harry "
    "hassan henry howard hugh hussein ian ibrahim isaac ivan jack jacob jake james jared jason javier "
    "jeff jeffrey jeremy jerry jim jimmy joe joel john johnny jonathan jorge jose joseph josh joshua juan "
    "julian justin karl keir keith ken kenneth kevin khalid kyle lance larry lawrence lee leo leonard "
    "liam lindsey louis lucas luis luke mahmoud malcolm marco marcus mario mark martin marvin matt "
    "matthew maurice max michael michel miguel mike mitch mitt mohamed mohammad mohammed muhammad mustafa "
    "nathan neil nelson newt nicholas nick nigel noah norman oliver oscar owen pablo patrick paul pedro "
    "pete peter phil philip phillip pierre rafael rahul ralph rand randy raymond reince ricardo richard "
    "rick rishi rob robert roberto robin rodney roger roland ron ronald ross roy rudy rupert russell ryan "
    "sadiq salman samuel scott sean sebastian sergei seth shaun shawn simon stanley stefan stephane "
    "stephen steve steven stewart stuart tariq ted terrence theo theodore thomas tim timothy toby todd "
    "tom tommy tony travis trevor tyler victor vincent vladimir volodymyr walter warren wayne wes william "
    "winston xavier yusuf zachary"
)

FEMALE = word_set(
    "abigail adriana agnes aisha alexandra alexandria alice alicia alison allison amanda amber amelia "
    "amina amy ana andrea angela anita ann anna anne annette annie anya april ashley audrey barbara "
    "beatrice becky belinda bella beth bethany betty beverly brenda bridget brittany camilla carla carly "
    "carmen carol caroline carolyn cassandra catherine cathy charlotte chelsea cheryl chloe christina "
    "christine cindy claire clara claudia colleen condoleezza courtney cynthia daisy danielle dawn debbie "
    "deborah debra denise diana diane dianne donna doris dorothy edith eileen elaine eleanor elena "
    "elizabeth ella ellen emily emma erica erin esther eva eve evelyn fatima felicity fiona florence "
    "frances francesca gail gemma georgia georgina gina giorgia gloria grace greta gretchen gwen hannah "
    "harriet hayley heather heidi helen hillary hilary hind holly huma ida imelda ingrid irene isabel "
    "isabella ivanka jacinda jackie jacqueline jane janet janice jean jeanne jenna jennifer jenny jessica "
    "jill jo joan joanna joanne josephine joyce juanita judith judy julia julie kamala karen kate "
    "katherine kathleen kathryn kathy katie kayla keisha kelly kellyanne kim kimberly kirsten kirsty "
    "kristen kristin laura lauren leila lena leticia linda lisa liz lois loretta lori louise lucia lucy "
    "lydia lynn mabel madeleine maggie mandy margaret maria marian marie marilyn marine marjorie marsha "
    "martha mary maureen megan meghan melania melanie melissa mia michele michelle miranda miriam molly "
    "monica nadia nancy naomi natalie natasha nicola nicole nikki nina nora olga olivia pamela patricia "
    "patty paula pauline penelope penny phoebe phyllis polly priti priyanka rachel rebecca regina rhonda "
    "rita roberta rosa rose rosemary ruth sabrina sally samantha sandra sara sarah sasha sharon sheila "
    "shelley shirley simone sofia sonia sophia sophie stacey stella stephanie sue susan susie suzanne "
    "sylvia tamara tania tanya tara teresa theresa tina toni tracey tulsi ursula valerie vanessa vera "
    "veronica vicky victoria violet virginia vivian wendy whitney yasmin yolanda yvette yvonne zara zoe"
)

MALE_TITLES = word_set("mr sir lord king prince father brother baron duke")
FEMALE_TITLES = word_set("mrs ms miss dame lady queen princess sister baroness duchess madam mme")
