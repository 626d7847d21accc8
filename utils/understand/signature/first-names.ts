/*
 * Common first names of the eight languages' countries, written by hand from general knowledge; lower case without
 * accents. They weigh in when a line could be a person or a company.
 */
export const firstNames: ReadonlySet<string> = new Set(
  `aaron abby abigail adam adele adrian adriana adrien agathe agnes ahmed aidan aisha alain alan albert alberto alejandra alejandro alessandra alessandro alessia alex alexander alexandra alexandre alexia alexis alfred
alfredo ali alice alicia alina aline alison allan allen allison alois alphonse alvaro amanda amandine amber amelia amelie amina amy ana anais anastasia anders andre andrea andreas andree andres andrew andrzej andy angel
angela angele angelique angelo angus anita anja anke anna annabelle anne annette annick annie ann anouk ansgar anthony antje antoine antoinette anton antonia antonio apolline ariane arianna arjen armand armin arnaud arne
arnold arno arthur arturo astrid aude audrey audric august aurelie aurelien aurore axel barbara barry bart bastian bastien baptiste beat beata beate beatrice beatriz belen ben benedikt benedetta benedict benjamin benoit
benny bernadette bernard bernd bernhard bert bertrand beth bettina betty beverly bianca bill billy birgit bjorn blanche bob bonnie boris brad bradley brandon brenda brendan brent brett brian bridget brigitte britta
bruce bruno bryan burkhard caleb callum calvin camila camilla camille carina carl carla carlo carlos carmen carol carola carole carolina caroline carolyn carrie carsten catarina caterina catherine cathy cecile cecilia
cedric celia celine cesar chantal charlene charles charlie charlotte chelsea cheryl chiara chloe chris christa christel christele christelle christian christiane christina christine christoph christophe christopher
cindy claire clara clarisse claude claudia claudine claudio claus clement clementine clive colette colin connie conrad constance cora corina corinna corinne cornelia courtney craig cristina curt curtis cynthia cyril
dagmar damian damien dan dana daniel daniela daniele danielle danny daphne darren dave david davide dawn dean deb debbie deborah debra delphine denis denise dennis derek detlef diana diane diego dieter dietmar dimitri
dirk dolores dominic dominik dominique don donald donna dora doris dorothea dorothee dorothy doug douglas duarte duncan dustin dylan earl eberhard ed eddie edgar edith edmond edmund eduard eduardo edward edwin ehud elaine
eleanor elena eleonora eleonore eliane elias elisa elisabeth elise elizabeth elke ella ellen elliot elodie elsa elvira emanuele emil emile emilia emilie emilio emily emma emmanuel emmanuelle emmeline enrico enrique eric
erica erich erik erika ernest ernst erwin estelle esteban esther etienne eugene eugenie eva evan eve evelyn evelyne fabian fabien fabienne fabio fabrice fanny fatima federica federico felicia felix ferdinand fernanda
fernando filip filipa filipe filippo fiona flavia flora florence florent florian florine floyd frances francesca francesco francine francis francisco franck francois francoise frank franka frans franz fred freddy
frederic frederik frederique friedrich fritz gabi gabriel gabriela gabriele gabriella gabrielle gael gaelle garrett gary gaspard gautier gavin gemma genevieve geoffrey geoff georg george georges georgia gerald gerard
gerd gerhard germaine gert ghislaine giacomo gianluca gilbert gilles gina giorgio giovanna giovanni gisela gisele giulia giuseppe glenn gloria gonzalo gordon grace graham greg gregoire gregor gregory greta guenter guido
guillaume guillermo gunnar gunter gunther gustav gustave guy gwen hanna hannah hannes hanno hans harald harold harriet harry hartmut hassan heather hector heidi heike heiko heiner heinrich heinz helen helena helene helga
helmut henk hendrik henning henri henriette henrik henry herbert hermann herve hilary hilde holger horst howard hubert hugh hugo hugues ian ida ignacio igor ilse ines inga inge ingo ingrid inigo irene iris irma isaac
isabel isabell isabella isabelle isolde ivan ivo jack jackie jacob jacqueline jacques jaime jake jakob james jamie jan jana jane janet janice janina janine jared jasmin jason javier jay jean jean-baptiste jean-charles
jean-christophe jean-claude jean-francois jean-jacques jean-louis jean-luc jean-marc jean-marie jean-michel jean-paul jean-philippe jean-pierre jeanette jeanne jeannette jeff jeffrey jelena jenna jennifer jenny jens
jeremie jeremy jerome jerry jesse jessica jesus jill jim jimmy joachim joan joana joanna joanne joao joaquin jochen jodie joe joel joelle joerg johan johann johanna johannes john johnny jon jonas jonathan joost jordan
jordi jorg jorge jose josef joseph josephine josette joshua josiane joy joyce juan judith judy jules julia julian juliana julie julien juliette julio june jurgen justin justine jutta kai karen karim karin karina karine
karl karla karsten katarina kate katharina katherine kathleen kathrin kathryn kathy katia katie katja katrin katy kay keith kelly kelsey ken kenneth kerry kerstin kevin khalid kim kimberly kirsten klara klaus konrad
konstantin kristen kristian kristin kristina kristine kurt kyle lara larry lars laura laure laurence laurent laurie lawrence lea leah leander lena lennart leo leon leonard leonardo leonie leonor leslie leticia lewis
liam liane lidia lilian liliane lilly lina linda lindsay lindsey lionel lisa liz lloyd loic lola lorenz lorenzo lorraine lothar lou louis louisa louise luc luca lucas lucia luciana lucie lucien lucy ludovic ludwig luigi
luis luisa luise luiz lukas luke lutz lydia lydie lynn mads mafalda magali magda magdalena maja malte mandy manfred manon manuel manuela mara marc marcel marcela marcello marcelo marcia marco marcos marcus marek
margaret margarete margarita margaux margit margot marguerite maria mariana marianne mariano marie marie-christine marie-claude marie-helene marie-laure marie-pierre marija marina mario marion marisa marit marjorie mark
marko markus marlene marta martha martin martina martine martyn mary maryse mateo mathias mathieu mathilde matt matteo matthew matthias matthieu maud maura maureen maurice mauricio maurizio max maxim maxime maximilian
maya megan mehmet mel melanie melina melissa melodie mercedes meredith mia michael michaela micheal michel michele micheline michelle mickael miguel mihai mike milan milena mimi mina miranda mireille miriam mirjam mirko
mitchell mohamed mohammed moira monica monika monique morgan morgane moritz muriel myriam nadege nadia nadine nancy naomi natacha natalia natalie natasha nathalie nathan neil nelly nelson nerea nicholas nick nico nicola
nicolas nicole nigel niklas nikolaus nils nina noah noel noelle noemi noemie nora norbert norma norman nuno nuria octavio odile olaf oleg olga oliver olivia olivier omar oriane orlando oscar oskar oswald otto owen pablo
paloma pam pamela paola paolo pascal pascale patrice patricia patricio patrick patrik paul paula paulette paulina pauline paulo pavel pedro peggy penelope penny per perrine peter petra phil philip philipp philippe
phillip phoebe pia pierre pierre-yves pieter pilar piotr prisca quentin rachel rafael rahel raimund rainer ralf ralph ramon raphael raquel raul ray raymond rebecca regina regine regis reiner reinhard reinhold remi remy
renata renate renaud rene renee ricardo riccardo richard rick rita rob robert roberta roberto robin rocio rodney rodolphe rodrigo roger roland rolf romain roman romina romy ron ronald ronny rosa rosalie rosario rose
rosemary ross roswitha roxane roy ruben rudi rudiger rudolf rui rupert russell ruth ryan sabina sabine sabrina sally salvador salvatore sam samantha samir samuel sandra sandrine sandy sanjay santiago sara sarah sascha
scott sean sebastian sebastien selina serena serge sergej sergio severin severine shane shannon sharon shaun sheila shelley shirley siegfried sigrid silke silvia silvie simon simona simone sina sofia sofie solange
solene sonia sonja sophia sophie stacey stacy stan stanislas stanley stefan stefania stefanie stefano steffen steffi stella stephan stephane stephanie stephen steve steven stewart stuart sue sunil susan susana susann
susanna susanne susie suzanne sven sybille sylvain sylvester sylvia sylviane sylvie tamara tammy tania tanja tanya tara tatiana ted teresa terence terry tessa theo theodor theresa therese theresia thibault thiago
thierry thomas thorsten tiago tim timo timothy tina tobias todd tom tomas tommaso tommy toni tony torben torsten tracy travis trevor tristan troy udo ugo ulf uli ulrich ulrike ursula uta ute uwe valentin valentina
valentine valerie vanessa vera verena veronica veronika veronique vicente vicki victor victoria viktor viktoria vince vincent vincenzo viola violaine virginia virginie vivian viviane vladimir volker walter wanda warren
wayne wendy werner wilfried wilhelm will willem william willi willy wim winfried wolf wolfgang xavier yan yann yannick yara yasmin yasmine yolande yoann yves yvette yvonne zachary zoe`.split(
    /\s+/,
  ),
);
