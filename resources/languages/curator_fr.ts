<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>curator</name>
        <message>
            <location filename="../../curator/app.py"></location>
            <source>Sample catalogue</source>
            <translation>Catalogue d’exemple</translation>
        </message>
        <message>
            <location filename="../../curator/engine/analysis.py"></location>
            <source>A preview could not be written, and the analysis was stopped.</source>
            <translation>Un aperçu n’a pas pu être écrit et l’analyse a été arrêtée.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/analysis.py"></location>
            <source>Start Curator again. If it happens again, report it with the log.</source>
            <translation>Redémarrez Curator. Si cela se reproduit, signalez-le en joignant le journal.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>{folder} is a file.</source>
            <translation>{folder} est un fichier.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Choose a folder.</source>
            <translation>Choisissez un dossier.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>{folder} already holds a catalogue.</source>
            <translation>{folder} contient déjà un catalogue.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Open it instead.</source>
            <translation>Ouvrez plutôt celui-ci.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The folder {folder} is not empty.</source>
            <translation>Le dossier {folder} n’est pas vide.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Choose a new or an empty folder.</source>
            <translation>Choisissez un dossier nouveau ou vide.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>There is no catalogue in {folder}.</source>
            <translation>Il n’y a pas de catalogue dans {folder}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Choose another folder.</source>
            <translation>Choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The catalogue in {folder} is already open in another Curator.</source>
            <translation>Le catalogue de {folder} est déjà ouvert dans un autre Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Go on in that window, or close it first.</source>
            <translation>Continuez dans cette autre fenêtre, ou fermez-la d’abord.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The database is damaged: {what}.</source>
            <translation>La base de données est endommagée : {what}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>A row of the table {table} refers to a missing row of {other}.</source>
            <translation>Une ligne de la table {table} renvoie à une ligne absente de {other}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The protection of the decision log is missing: {names}.</source>
            <translation>La protection du journal des décisions manque : {names}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The decision log was changed from outside, first at row {row}.</source>
            <translation>Le journal des décisions a été modifié de l’extérieur, d’abord à la ligne {row}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The last {n} rows of the decision log were taken away from outside.</source>
            <extracomment>One: The last row of the decision log was taken away from outside.</extracomment>
            <translation>
                <numerusform>La dernière ligne du journal des décisions a été supprimée de l’extérieur.</numerusform>
                <numerusform>Les {n} dernières lignes du journal des décisions ont été supprimées de l’extérieur.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The note of row {row} of the decision log was changed from outside.</source>
            <translation>La note de la ligne {row} du journal des décisions a été modifiée de l’extérieur.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The verdict of {n} submissions differs from the decision log.</source>
            <extracomment>One: The verdict of {n} submission differs from the decision log.</extracomment>
            <translation>
                <numerusform>Le verdict de {n} envoi diffère du journal des décisions.</numerusform>
                <numerusform>Le verdict de {n} envois diffère du journal des décisions.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>What undo would take back differs from the decision log, first at step {step}.</source>
            <translation>Ce que l’annulation reprendrait diffère du journal des décisions, d’abord à l’étape {step}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The numbers beside the filters differ from the submissions.</source>
            <translation>Les nombres à côté des filtres ne correspondent pas aux envois.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The catalogue in {folder} is from an older Curator.</source>
            <translation>Le catalogue de {folder} vient d’une version plus ancienne de Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Open it once in the window, which brings it up to date.</source>
            <translation>Ouvrez-le une fois dans la fenêtre, qui le mettra à jour.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The file {file} is empty although there are pictures beside it.</source>
            <translation>Le fichier {file} est vide alors que des images se trouvent à côté.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Put a copy in its place, for example from the folder “backups” beside it.</source>
            <translation>Remplacez-le par une copie, par exemple du dossier « backups » voisin.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>{file} is a database, but not a catalogue of Curator.</source>
            <translation>{file} est une base de données, mais pas un catalogue de Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The catalogue in {folder} was written by a newer Curator.</source>
            <translation>Le catalogue de {folder} a été écrit par une version plus récente de Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Install the newest Curator to open it. Nothing was changed.</source>
            <translation>Installez la dernière version de Curator pour l’ouvrir. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The SQLite {version} of this computer's Python is too old for Curator.</source>
            <translation>La version {version} de SQLite du Python de cet ordinateur est trop ancienne pour Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Install Python from python.org, or a newer version of this system.</source>
            <translation>Installez Python depuis python.org, ou une version plus récente de ce système.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/evidence.py"></location>
            <location filename="../../curator/engine/catalogue/submissions.py"></location>
            <source>There is no submission with the number {number}.</source>
            <translation>Aucun envoi ne porte le numéro {number}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/faces.py"></location>
            <source>This face is no longer there.</source>
            <translation>Ce visage n’est plus là.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/faces.py"></location>
            <source>The picture was looked at again; look anew.</source>
            <translation>L’image a été analysée de nouveau ; regardez-la encore une fois.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Another program is using the catalogue {place}.</source>
            <translation>Un autre programme utilise le catalogue {place}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Close it, then try again. Nothing was changed.</source>
            <translation>Fermez-le, puis réessayez. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>The file {place} is damaged or is not a catalogue.</source>
            <translation>Le fichier {place} est endommagé ou n’est pas un catalogue.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Open a copy from the folder “backups” beside it.</source>
            <translation>Ouvrez une copie du dossier « backups » voisin.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>The disk that holds {place} did not answer.</source>
            <translation>Le disque qui contient {place} n’a pas répondu.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Check that it is still connected. Nothing that was saved before is lost.</source>
            <translation>Vérifiez qu’il est toujours connecté. Rien de ce qui était enregistré n’est perdu.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>The disk that holds {place} is full.</source>
            <translation>Le disque qui contient {place} est plein.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Free some space, then do it again. The last step was not saved; all earlier ones are.</source>
            <translation>Libérez de l’espace, puis recommencez. La dernière étape n’a pas été enregistrée ; toutes les précédentes le sont.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Curator cannot write to {place}.</source>
            <translation>Curator ne peut pas écrire dans {place}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Check that the folder exists and that you may write to it, or choose another folder.</source>
            <translation>Vérifiez que le dossier existe et que vous avez le droit d’y écrire, ou choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>{place} cannot be used: {reason}.</source>
            <translation>{place} ne peut pas être utilisé : {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Check the name and the disk, or choose another folder.</source>
            <translation>Vérifiez le nom et le disque, ou choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/politicians.py"></location>
            <source>There is no politician with the number {number}.</source>
            <translation>Aucune personnalité politique ne porte le numéro {number}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/politicians.py"></location>
            <source>{name} is already in the index.</source>
            <translation>{name} figure déjà dans l’index.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/politicians.py"></location>
            <source>A politician needs a name.</source>
            <translation>Une personnalité politique doit avoir un nom.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/saved_filters.py"></location>
            <source>A saved filter needs a name.</source>
            <translation>Un filtre enregistré doit avoir un nom.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Austria</source>
            <translation>Autriche</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Belgium</source>
            <translation>Belgique</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Bulgaria</source>
            <translation>Bulgarie</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Croatia</source>
            <translation>Croatie</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Cyprus</source>
            <translation>Chypre</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Czechia</source>
            <translation>Tchéquie</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Denmark</source>
            <translation>Danemark</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Estonia</source>
            <translation>Estonie</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Finland</source>
            <translation>Finlande</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>France</source>
            <translation>France</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Germany</source>
            <translation>Allemagne</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Greece</source>
            <translation>Grèce</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Hungary</source>
            <translation>Hongrie</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Ireland</source>
            <translation>Irlande</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Italy</source>
            <translation>Italie</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Latvia</source>
            <translation>Lettonie</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Lithuania</source>
            <translation>Lituanie</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Luxembourg</source>
            <translation>Luxembourg</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Malta</source>
            <translation>Malte</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Netherlands</source>
            <translation>Pays-Bas</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Poland</source>
            <translation>Pologne</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Portugal</source>
            <translation>Portugal</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Romania</source>
            <translation>Roumanie</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Slovakia</source>
            <translation>Slovaquie</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Slovenia</source>
            <translation>Slovénie</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Spain</source>
            <translation>Espagne</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Sweden</source>
            <translation>Suède</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Prime Minister</source>
            <translation>Premier ministre</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Interior Minister</source>
            <translation>Ministre de l’Intérieur</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Defense Minister</source>
            <translation>Ministre de la Défense</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Justice Minister</source>
            <translation>Ministre de la Justice</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>AIAct Gov Representative</source>
            <translation>Référent AI Act</translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>{name} was not approved, so it cannot be withdrawn.</source>
            <translation>L’envoi {name} n’a pas été approuvé ; il ne peut donc pas être retiré.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>Nothing was decided about {name}, so there is nothing to undo.</source>
            <translation>Rien n’a été décidé sur l’envoi {name} ; il n’y a donc rien à annuler.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>A rejection needs a reason.</source>
            <translation>Un rejet demande un motif.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>Choose one, for example “no face”.</source>
            <translation>Choisissez-en un, par exemple « aucun visage ».</translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>A skipped submission has no reason.</source>
            <translation>Un envoi passé n’a pas de motif.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>A withdrawal is not a question.</source>
            <translation>Un retrait n’est pas une question.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>Choose another reason.</source>
            <translation>Choisissez un autre motif.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>A submission is not approved for a reason against it.</source>
            <translation>Un envoi ne s’approuve pas avec un motif qui parle contre lui.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>A submission is not undecided for a reason against it.</source>
            <translation>Un envoi à décider n’a pas de motif qui parle contre lui.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>{name} cannot be approved: it could not be read.</source>
            <translation>L’envoi {name} ne peut pas être approuvé : il n’a pas pu être lu.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>Reject it, or ask the sender for another copy.</source>
            <translation>Rejetez-le, ou demandez une autre copie à l’expéditeur.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>number {number}, erased since</source>
            <translation>numéro {number}, effacé depuis</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>does not say what was written</source>
            <translation>ne dit pas ce qui a été écrit</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is missing, or should not be there</source>
            <translation>manque, ou ne devrait pas être là</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>has another size than the picture without the box</source>
            <translation>n’a pas la taille de l’image sans le cadre</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>The export did not pass its own check: {path} {flaw}.</source>
            <translation>L’exportation n’a pas passé son propre contrôle : {path} {flaw}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>Check the disk, then export again. Nothing was changed.</source>
            <translation>Vérifiez le disque, puis exportez de nouveau. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>holds a description that Curator did not write</source>
            <translation>contient une description que Curator n’a pas écrite</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>holds more than the picture</source>
            <translation>contient autre chose que l’image</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>lacks the label of a deepfake</source>
            <translation>ne porte pas la mention d’un deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is labelled, but is no deepfake</source>
            <translation>porte la mention, mais n’est pas un deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is too wide</source>
            <translation>est trop large</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>cannot be opened again</source>
            <translation>ne peut pas être rouvert</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is no whole JPEG file</source>
            <translation>n’est pas un fichier JPEG complet</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>does not end where the picture ends</source>
            <translation>ne se termine pas là où l’image se termine</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is a link</source>
            <translation>est un lien</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is not what was written</source>
            <translation>n’est pas ce qui a été écrit</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>names other pictures than are there</source>
            <translation>cite d’autres images que celles qui sont là</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>names other submissions than are there</source>
            <translation>cite d’autres envois que ceux qui sont là</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is of an unknown kind</source>
            <translation>est d’un type inconnu</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>cannot be read again</source>
            <translation>ne peut pas être relu</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{n} pictures show nobody in the index: exported with the name as it was sent, or without a name.</source>
            <extracomment>One: {n} picture shows nobody in the index: exported with the name as it was sent, or without a name.</extracomment>
            <translation>
                <numerusform>{n} image ne montre personne de l’index : exportée avec le nom tel qu’il a été envoyé, ou sans nom.</numerusform>
                <numerusform>{n} images ne montrent personne de l’index : exportées avec le nom tel qu’il a été envoyé, ou sans nom.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{n} approved pictures are left out: {why}.</source>
            <extracomment>One: {n} approved picture is left out: {why}.</extracomment>
            <translation>
                <numerusform>{n} envoi approuvé est omis : {why}.</numerusform>
                <numerusform>{n} envois approuvés sont omis : {why}.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>Nothing is approved, so the export will hold no pictures.</source>
            <translation>Rien n’est approuvé : l’exportation ne contiendra donc aucune image.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>{verdict} by now</source>
            <translation>{verdict} entre-temps</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>the file could not be read</source>
            <translation>le fichier n’a pas pu être lu</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <location filename="../../curator/ui/grid/sections.py"></location>
            <source>not analysed yet</source>
            <translation>pas encore analysé</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>erased from the catalogue</source>
            <translation>effacé du catalogue</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/rendering.py"></location>
            <source>The export was cancelled.</source>
            <translation>L’exportation a été interrompue.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/rendering.py"></location>
            <source>The picture was not opened because the work was stopped.</source>
            <translation>L’image n’a pas été ouverte, car le travail a été arrêté.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>{target} is a whole disk.</source>
            <translation>{target} est un disque entier.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Choose a folder on it.</source>
            <translation>Choisissez-y un dossier.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Free some space or choose another disk, then export again. Nothing was changed.</source>
            <translation>Libérez de l’espace ou choisissez un autre disque, puis exportez de nouveau. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Close programs that use it, check that you may write there and around it, or choose another folder. Nothing was changed.</source>
            <translation>Fermez les programmes qui l’utilisent, vérifiez que vous avez le droit d’écrire dans ce dossier et autour, ou choisissez un autre dossier. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>The export to {folder} could not be written: {reason}.</source>
            <translation>L’exportation vers {folder} n’a pas pu être écrite : {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Check that the disk is connected, then export again. Nothing was changed.</source>
            <translation>Vérifiez que le disque est connecté, puis exportez de nouveau. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>{target} is a file.</source>
            <translation>{target} est un fichier.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>The folder {target} is not empty, and Curator did not write it.</source>
            <translation>Le dossier {target} n’est pas vide, et Curator ne l’a pas écrit.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Choose a new folder, an empty one, or an earlier export. Nothing was changed.</source>
            <translation>Choisissez un dossier nouveau ou vide, ou une exportation antérieure. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>The export in {target} comes from another catalogue.</source>
            <translation>L’exportation dans {target} vient d’un autre catalogue.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Choose another folder, or move that export away first. Nothing was changed.</source>
            <translation>Choisissez un autre dossier, ou déplacez d’abord cette exportation. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>The export in {target} holds a file that Curator did not write: {name}.</source>
            <translation>L’exportation dans {target} contient un fichier que Curator n’a pas écrit : {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Move it to another folder, then export again. Nothing was changed.</source>
            <translation>Déplacez-le dans un autre dossier, puis exportez de nouveau. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/writing.py"></location>
            <source>Not all pictures could be made.</source>
            <translation>Certaines images n’ont pas pu être produites.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/writing.py"></location>
            <source>Load the file again or reject the picture, then export again. Nothing was changed.</source>
            <translation>Chargez de nouveau le fichier ou rejetez l’image, puis exportez de nouveau. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/writing.py"></location>
            <source>The picture came back in another size than it has.</source>
            <translation>L’image est revenue dans une autre taille que la sienne.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/writing.py"></location>
            <source>Number {id} ({name}): {reason}</source>
            <translation>Numéro {id} ({name}) : {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/writing.py"></location>
            <source>Number {id}: {reason}</source>
            <translation>Numéro {id} : {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/faces/models.py"></location>
            <source>Install the program again.</source>
            <translation>Installez de nouveau le programme.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/faces/plain.py"></location>
            <source>Choose another detector or encoder in the settings.</source>
            <translation>Choisissez un autre détecteur ou encodeur dans les réglages.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/hand_work.py"></location>
            <source>{name} could not be read, so no face can be drawn in it.</source>
            <translation>L’envoi {name} n’a pas pu être lu ; aucun visage ne peut donc y être tracé.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/hand_work.py"></location>
            <source>{name} has not been looked at yet.</source>
            <translation>L’envoi {name} n’a pas encore été analysé.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/hand_work.py"></location>
            <source>Draw the face when its analysis is done.</source>
            <translation>Tracez le visage quand l’analyse sera terminée.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/hand_work.py"></location>
            <source>The frame lies outside the picture.</source>
            <translation>Le cadre sort de l’image.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/hand_work.py"></location>
            <source>Draw it anew.</source>
            <translation>Tracez-le de nouveau.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/hand_work.py"></location>
            <source>A face of {size} pixels is too small: it takes {least} at least.</source>
            <translation>Un visage de {size} pixels est trop petit : il en faut au moins {least}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/hand_work.py"></location>
            <source>There is a face in this place already.</source>
            <translation>Il y a déjà un visage à cet endroit.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/hand_work.py"></location>
            <source>If its frame is wrong, say first that it is not a face.</source>
            <translation>Si son cadre est faux, indiquez d’abord que ce n’est pas un visage.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>The folder {folder} could not be read: {reason}.</source>
            <translation>Le dossier {folder} n’a pas pu être lu : {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>{name} could not be read: {reason}.</source>
            <translation>{name} n’a pas pu être lu : {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is a spreadsheet.</source>
            <translation>{name} est un classeur de tableur.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>Save it as CSV and load it again.</source>
            <translation>Enregistrez-le en CSV et chargez-le de nouveau.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is an archive.</source>
            <translation>{name} est une archive.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>Unpack it first, then load the folder.</source>
            <translation>Décompressez-la d’abord, puis chargez le dossier.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is not a picture that Curator can open.</source>
            <translation>{name} n’est pas une image que Curator sait ouvrir.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>Save it as JPEG or PNG, or leave it out.</source>
            <translation>Enregistrez-la en JPEG ou PNG, ou laissez-la de côté.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>The folder {folder} is a catalogue of Curator and was left out.</source>
            <translation>Le dossier {folder} est un catalogue de Curator et a été omis.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>The folder {folder} is an export of Curator and was left out.</source>
            <translation>Le dossier {folder} est une exportation de Curator et a été omis.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{name} is not a picture. Leave it out.</source>
            <translation>{name} n’est pas une image. Laissez ce fichier de côté.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>Only the first {most} pictures were taken. Load the rest folder by folder.</source>
            <translation>Seules les {most} premières images ont été prises. Chargez le reste dossier par dossier.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>The folder {folder} lies more than {most} folders deep and was left out. Load it by itself.</source>
            <translation>Le dossier {folder} se trouve à plus de {most} niveaux de profondeur et a été omis. Chargez-le séparément.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{n} more rows of {table} name no file that is there.</source>
            <extracomment>One: {n} more row of {table} names no file that is there.</extracomment>
            <translation>
                <numerusform>{n} autre ligne de {table} cite un fichier absent.</numerusform>
                <numerusform>{n} autres lignes de {table} citent un fichier absent.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{where} names no file. Fill in its column "file".</source>
            <translation>{where} ne cite aucun fichier. Remplissez la colonne « file ».</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{where} names {file}, which is not there. Correct the name or add the picture.</source>
            <translation>{where} cite {file}, qui n’est pas là. Corrigez le nom ou ajoutez l’image.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{where} names {file} again. The first row about it counts.</source>
            <translation>{where} cite {file} une nouvelle fois. C’est la première ligne qui compte.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{where} says "{kind}" as kind, which is neither deepfake nor portrait. Check the kind of {file}.</source>
            <translation>{where} donne « {kind} » comme type, ce qui n’est ni deepfake ni portrait. Vérifiez le type de {file}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} repeats row {row}. The first one counts.</source>
            <translation>{where} répète la ligne {row}. C’est la première qui compte.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{table} has {count} people for {country}; the index has at most {most}.</source>
            <translation>{table} compte {count} personnes pour {country} ; l’index en admet au plus {most}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} names nobody.</source>
            <translation>{where} ne nomme personne.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>Fill in name and surname.</source>
            <translation>Remplissez le prénom et le nom.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} has an unknown country, "{country}".</source>
            <translation>{where} donne un pays inconnu, « {country} ».</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>Write the English name of a country of the European Union.</source>
            <translation>Écrivez le nom anglais d’un pays de l’Union européenne.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} has an unknown role, "{role}".</source>
            <translation>{where} donne une fonction inconnue, « {role} ».</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>Write one of: {roles}.</source>
            <translation>Écrivez l’une de celles-ci : {roles}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} names the portrait "{name}", which is not there.</source>
            <translation>{where} cite le portrait « {name} », qui n’est pas là.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>Correct the name or add the picture.</source>
            <translation>Corrigez le nom ou ajoutez l’image.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} names {name}, which is not a picture.</source>
            <translation>{where} cite {name}, qui n’est pas une image.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_tree.py"></location>
            <source>The folder {folder} lies too deep and was left out.</source>
            <translation>Le dossier {folder} se trouve trop en profondeur et a été omis.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/intake/politicians_tree.py"></location>
            <source>The folder {folder} holds {n} pictures but is not named after a politician. Put them into a folder with the politician's name.</source>
            <extracomment>One: The folder {folder} holds {n} picture but is not named after a politician. Put it into a folder with the politician's name.</extracomment>
            <translation>
                <numerusform>Le dossier {folder} contient {n} image mais ne porte pas le nom d’une personnalité politique. Placez-la dans un dossier à son nom.</numerusform>
                <numerusform>Le dossier {folder} contient {n} images mais ne porte pas le nom d’une personnalité politique. Placez-les dans un dossier à son nom.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>Row {row} of {name} cannot be read.</source>
            <translation>La ligne {row} de {name} ne peut pas être lue.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>Look for a quotation mark that is opened and never closed.</source>
            <translation>Cherchez un guillemet ouvert qui n’est jamais fermé.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>{name} has no column "{column}", so nothing was read from it.</source>
            <translation>{name} n’a pas de colonne « {column} » ; rien n’y a donc été lu.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>The first row has to hold the names of the columns.</source>
            <translation>La première ligne doit contenir les noms des colonnes.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>Row {row} of {table}</source>
            <translation>La ligne {row} de {table}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>{name} is too large: at most {limit:.0f} MB are read.</source>
            <translation>{name} est trop volumineux : {limit:.0f} Mo au plus sont lus.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>Split it into several tables.</source>
            <translation>Divisez-le en plusieurs tableaux.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/jobs.py"></location>
            <source>The program is closing and takes no more work.</source>
            <translation>Le programme se ferme et n’accepte plus de travail.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/jobs.py"></location>
            <source>The work was cancelled.</source>
            <translation>Le travail a été interrompu.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/jobs.py"></location>
            <source>The work was stopped because the program is closing.</source>
            <translation>Le travail a été arrêté parce que le programme se ferme.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>This is {what}, not a picture file.</source>
            <translation>C’est {what}, pas un fichier image.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a folder</source>
            <translation>un dossier</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a link to another file</source>
            <translation>un lien vers un autre fichier</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a device or a pipe</source>
            <translation>un périphérique ou un tube</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is no longer there.</source>
            <translation>Le fichier n’est plus là.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file may not be read by this user.</source>
            <translation>Cet utilisateur n’a pas le droit de lire le fichier.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file cannot be opened.</source>
            <translation>Le fichier ne peut pas être ouvert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file cannot be read from the disk.</source>
            <translation>Le fichier ne peut pas être lu sur le disque.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is empty.</source>
            <translation>Le fichier est vide.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file ends before the picture begins.</source>
            <translation>Le fichier se termine avant que l’image commence.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is not the one that was taken in: its content has changed.</source>
            <translation>Le fichier n’est pas celui qui a été chargé : son contenu a changé.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is larger than {limit} megabytes ({size}).</source>
            <translation>Le fichier dépasse {limit} mégaoctets ({size}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The picture is larger than {limit} megapixels ({size}).</source>
            <translation>L’image dépasse {limit} mégapixels ({size}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>Reading the picture takes more memory than is allowed.</source>
            <translation>La lecture de l’image demande plus de mémoire qu’il n’est permis.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is not a picture but {kind}.</source>
            <translation>Le fichier n’est pas une image mais {kind}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a PDF document</source>
            <translation>un document PDF</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>an SVG drawing</source>
            <translation>un dessin SVG</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a web page</source>
            <translation>une page web</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a video</source>
            <translation>une vidéo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a ZIP archive or an office document</source>
            <translation>une archive ZIP ou un document bureautique</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a data file</source>
            <translation>un fichier de données</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>text</source>
            <translation>du texte</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The picture is damaged: its beginning cannot be read.</source>
            <translation>L’image est endommagée : son début ne peut pas être lu.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is not a picture of a known kind.</source>
            <translation>Le fichier n’est pas une image d’un type connu.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The picture is damaged and cannot be read.</source>
            <translation>L’image est endommagée et ne peut pas être lue.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The face finder failed on this picture.</source>
            <translation>La recherche de visages a échoué sur cette image.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>Looking at the picture took longer than {seconds} seconds and was stopped.</source>
            <translation>L’analyse de l’image a dépassé {seconds} secondes et a été arrêtée.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The process that looked at this picture ended early.</source>
            <translation>Le processus qui analysait cette image s’est terminé trop tôt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The process that looked at this picture ended early (signal {signal}).</source>
            <translation>Le processus qui analysait cette image s’est terminé trop tôt (signal {signal}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The process that looked at this picture ended early (exit code {code}).</source>
            <translation>Le processus qui analysait cette image s’est terminé trop tôt (code de sortie {code}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>In the settings it can be looked at again.</source>
            <translation>Les réglages permettent de l’analyser de nouveau.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The worker process is gone.</source>
            <translation>Le processus de travail a disparu.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>A worker process sent back more than it was asked for.</source>
            <translation>Un processus de travail a renvoyé plus que ce qui lui était demandé.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>A worker process sent back something that makes no sense ({what}).</source>
            <translation>Un processus de travail a renvoyé quelque chose d’incohérent ({what}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>No face was found in it. Use a photo that shows the face larger and from the front.</source>
            <translation>Aucun visage n’y a été trouvé. Utilisez une photo qui montre le visage de plus près et de face.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>It shows {faces} faces. Crop it so that only the politician is left.</source>
            <translation>Elle montre {faces} visages. Recadrez-la pour n’y laisser que la personnalité politique.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>Its face is too small or unclear to compare with. Use a larger photo.</source>
            <translation>Le visage y est trop petit ou trop flou pour la comparaison. Utilisez une photo plus grande.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>YuNet cannot be used, faces are looked for by HOG, which misses more: {reason}</source>
            <translation>YuNet ne peut pas être utilisé ; les visages sont cherchés par HOG, qui en manque davantage : {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>onnxruntime is not installed.</source>
            <translation>onnxruntime n’est pas installé.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>onnxruntime is not installed; faces are encoded by dlib, which is slower.</source>
            <translation>onnxruntime n’est pas installé ; les visages sont encodés par dlib, qui est plus lent.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The encoder's file has an unknown layout ({detail}); faces are encoded by dlib.</source>
            <translation>Le fichier de l’encodeur a une structure inconnue ({detail}) ; les visages sont encodés par dlib.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>onnxruntime cannot run the encoder ({detail}); faces are encoded by dlib.</source>
            <translation>onnxruntime ne peut pas exécuter l’encodeur ({detail}) ; les visages sont encodés par dlib.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>onnxruntime differs from dlib by {deviation}; faces are encoded by dlib.</source>
            <translation>onnxruntime diffère de dlib de {deviation} ; les visages sont encodés par dlib.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The model file {name} is not the one that Curator was measured with.</source>
            <translation>Le fichier de modèle {name} n’est pas celui avec lequel Curator a été mesuré.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The model file {name} is missing.</source>
            <translation>Le fichier de modèle {name} manque.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The face_recognition library is not part of this installation.</source>
            <translation>La bibliothèque face_recognition ne fait pas partie de cette installation.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The face finder cannot be started. {reason}</source>
            <translation>La recherche de visages ne peut pas démarrer. {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} is empty.</source>
            <translation>{name} est vide.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Ask the sender for the picture again.</source>
            <translation>Demandez de nouveau l’image à l’expéditeur.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} has {size:.0f} MB; at most {limit:.0f} MB are taken.</source>
            <translation>{name} fait {size:.0f} Mo ; {limit:.0f} Mo au plus sont acceptés.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Save the picture smaller and load it again.</source>
            <translation>Enregistrez l’image en plus petit et chargez-la de nouveau.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} was changed while it was read.</source>
            <translation>{name} a été modifié pendant la lecture.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Load it again when it is complete.</source>
            <translation>Chargez-le de nouveau quand il sera complet.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>The disk that holds the catalogue is full.</source>
            <translation>Le disque qui contient le catalogue est plein.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Free some space, then go on.</source>
            <translation>Libérez de l’espace, puis continuez.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>The catalogue's folder {folder} cannot be written to.</source>
            <translation>Impossible d’écrire dans le dossier du catalogue, {folder}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Check its permissions, or copy the catalogue to another place.</source>
            <translation>Vérifiez ses droits d’accès, ou copiez le catalogue à un autre endroit.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>The catalogue's folder {folder} could not be used: {reason}.</source>
            <translation>Le dossier du catalogue, {folder}, n’a pas pu être utilisé : {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Check that the disk is connected, then try again.</source>
            <translation>Vérifiez que le disque est connecté, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} is a link to a file that is not there.</source>
            <translation>{name} est un lien vers un fichier qui n’est pas là.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Load the file itself.</source>
            <translation>Chargez le fichier lui-même.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} is no longer there.</source>
            <translation>{name} n’est plus là.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Look where it went.</source>
            <translation>Cherchez où il est passé.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} may not be read.</source>
            <translation>{name} ne peut pas être lu, faute de droits.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Change its permissions, or copy it to your own folder.</source>
            <translation>Modifiez ses droits d’accès, ou copiez-le dans un dossier à vous.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} could not be opened: {reason}.</source>
            <translation>{name} n’a pas pu être ouvert : {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} is a folder, not a picture.</source>
            <translation>{name} est un dossier, pas une image.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Load the pictures in it.</source>
            <translation>Chargez les images qu’il contient.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} is a pipe, a socket or a device, not an ordinary file.</source>
            <translation>{name} est un tube, un socket ou un périphérique, pas un fichier ordinaire.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Leave it out.</source>
            <translation>Laissez-le de côté.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} could not be read to its end: {reason}.</source>
            <translation>{name} n’a pas pu être lu jusqu’au bout : {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Copy it to another disk and load it again.</source>
            <translation>Copiez-le sur un autre disque et chargez-le de nouveau.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/picture_parts.py"></location>
            <source>The part that was asked for lies outside the picture.</source>
            <translation>La partie demandée sort de l’image.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/politicians.py"></location>
            <source>No politicians were found in it. Curator looks for folders named Country/Name Surname with photos.</source>
            <translation>Aucune personnalité politique n’y a été trouvée. Curator cherche des dossiers nommés Pays/Prénom Nom avec des photos.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/receiving.py"></location>
            <source>An error in Curator ended the load.</source>
            <translation>Une erreur dans Curator a mis fin au chargement.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/receiving.py"></location>
            <source>What was loaded stays. Load the rest again, and report the error if it returns.</source>
            <translation>Ce qui a été chargé reste. Chargez le reste de nouveau et signalez l’erreur si elle revient.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/resources.py"></location>
            <source>Curator's own files are missing: {place} was not found.</source>
            <translation>Il manque des fichiers de Curator : {place} est introuvable.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/resources.py"></location>
            <source>Install Curator again.</source>
            <translation>Installez de nouveau Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/rules.py"></location>
            <source>The thresholds contradict each other.</source>
            <translation>Les seuils se contredisent.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/rules.py"></location>
            <source>Each band must end before the next one does. Correct them or restore the defaults.</source>
            <translation>Chaque plage doit se terminer avant la suivante. Corrigez les seuils ou rétablissez les valeurs par défaut.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/verification.py"></location>
            <source>The picture of {what} is missing.</source>
            <translation>Il manque l’image correspondant à : {what}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/verification.py"></location>
            <source>The picture of {what} was changed or cannot be read.</source>
            <translation>L’image suivante a été modifiée ou ne peut pas être lue : {what}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/verification.py"></location>
            <source>the reference portrait {file} of {name}</source>
            <translation>le portrait de référence {file} de {name}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/verification.py"></location>
            <source>submission {number} ({file})</source>
            <translation>envoi {number} ({file})</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>clear match</source>
            <translation>correspondance nette</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>look closer</source>
            <translation>à regarder de près</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>reject</source>
            <translation>à rejeter</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>undecided</source>
            <translation>à décider</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>approved</source>
            <translation>approuvé</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>rejected</source>
            <translation>rejeté</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>skipped</source>
            <translation>passé</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>withdrawn</source>
            <translation>retiré</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>not the politician</source>
            <translation>pas la personne indiquée</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>more than one face</source>
            <translation>plusieurs visages</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/grid/sections.py"></location>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>no face</source>
            <translation>aucun visage</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>could be someone else</source>
            <translation>peut-être quelqu’un d’autre</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>duplicate</source>
            <translation>doublon</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>unsafe</source>
            <translation>inapproprié</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>unreadable</source>
            <translation>illisible</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>not in the index</source>
            <translation>pas dans l’index</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>looks like a real photo</source>
            <translation>semble être une vraie photo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>face too small</source>
            <translation>visage trop petit</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>other reason</source>
            <translation>autre motif</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>ask a colleague</source>
            <translation>demander à un collègue</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>strong</source>
            <translation>forte</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>good</source>
            <translation>bonne</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>possible</source>
            <translation>possible</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>weak</source>
            <translation>faible</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>no match</source>
            <translation>pas de correspondance</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>deepfake</source>
            <translation>deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>portrait</source>
            <translation>portrait</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/grid/wording.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>{verdict}: {reason}</source>
            <translation>{verdict} : {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>face drawn by hand</source>
            <translation>visage tracé à la main</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>marked as not a face</source>
            <translation>marqué comme n’étant pas un visage</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>note corrected</source>
            <translation>note corrigée</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>kind corrected from {before} to {after}</source>
            <translation>type corrigé de {before} en {after}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>One face, in profile</source>
            <translation>Un visage, de profil</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>One face, blurred</source>
            <translation>Un visage, flou</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>One face</source>
            <translation>Un visage</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{size}, sharp</source>
            <translation>{size}, net</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>{n} faces, all like the claim</source>
            <extracomment>One: {n} face, like the claim</extracomment>
            <translation>
                <numerusform>{n} visage, proche de la personne indiquée</numerusform>
                <numerusform>{n} visages, tous proches de la personne indiquée</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>a collage?</source>
            <translation>un collage ?</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>{n} faces, all but one tiny</source>
            <extracomment>One: {n} face, and none tiny</extracomment>
            <translation>
                <numerusform>{n} visage, pas minuscule</numerusform>
                <numerusform>{n} visages, tous minuscules sauf un</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>a bystander?</source>
            <translation>un passant ?</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>{n} faces</source>
            <extracomment>One: {n} face</extracomment>
            <translation>
                <numerusform>{n} visage</numerusform>
                <numerusform>{n} visages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>{n} like the claim</source>
            <extracomment>One: {n} like the claim</extracomment>
            <translation>
                <numerusform>{n} proche de la personne indiquée</numerusform>
                <numerusform>{n} proches de la personne indiquée</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>none like the claim</source>
            <translation>aucun proche de la personne indiquée</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>No face left</source>
            <translation>Plus aucun visage</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>{n} marked as not a face</source>
            <extracomment>One: {n} marked as not a face</extracomment>
            <translation>
                <numerusform>{n} marqué comme n’étant pas un visage</numerusform>
                <numerusform>{n} marqués comme n’étant pas des visages</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>No face found</source>
            <translation>Aucun visage trouvé</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{size} px, at least {limit} px</source>
            <translation>{size} px, au moins {limit} px</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The face is small, distances are less sure</source>
            <translation>Le visage est petit, les distances sont moins sûres</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The face is too small to compare</source>
            <translation>Le visage est trop petit pour être comparé</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The face matches the claim</source>
            <translation>Correspondance avec la personne indiquée</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Claim is near, but not nearest</source>
            <translation>Personne indiquée proche, mais pas la plus proche</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Claim is nearest, but not near</source>
            <translation>Personne indiquée la plus proche, mais pas proche</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Not {name}</source>
            <translation>Pas {name}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Not the claimed politician</source>
            <translation>Pas la personnalité politique indiquée</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{distance}, rank {rank}; {name} is nearer, {nearer}</source>
            <translation>{distance}, rang {rank} ; {name} est plus proche, {nearer}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{distance}, look closer up to {limit}</source>
            <translation>{distance}, à regarder de près jusqu’à {limit}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{name} has no reference portraits</source>
            <translation>{name} n’a pas de portrait de référence</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The claimed politician has no reference portraits</source>
            <translation>La personnalité politique indiquée n’a pas de portrait de référence</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{name} is not in the index</source>
            <translation>{name} n’est pas dans l’index</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The claimed politician is not in the index</source>
            <translation>La personnalité politique indiquée n’est pas dans l’index</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>No politician is claimed, and nobody is near</source>
            <translation>Aucune personnalité politique indiquée, et personne n’est proche</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>No politician is claimed</source>
            <translation>Aucune personnalité politique indiquée</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The face could not be compared</source>
            <translation>Le visage n’a pas pu être comparé</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>with {name}</source>
            <translation>avec {name}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Nobody else is near</source>
            <translation>Personne d’autre n’est proche</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>nobody else in the index</source>
            <translation>personne d’autre dans l’index</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Nobody else is as near</source>
            <translation>Personne d’autre n’est aussi proche</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>next {name}, {distance:.2f}</source>
            <translation>ensuite {name}, {distance:.2f}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{name} is nearer</source>
            <translation>{name} est plus proche</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Someone else is nearer</source>
            <translation>Quelqu’un d’autre est plus proche</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>by {gap}, less than {limit}</source>
            <translation>de {gap}, moins de {limit}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{name} is nearly as near</source>
            <translation>{name} est presque aussi proche</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Someone else is nearly as near</source>
            <translation>Quelqu’un d’autre est presque aussi proche</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{gap} further, less than {limit}</source>
            <translation>{gap} plus loin, moins de {limit}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Same picture as submission {number}</source>
            <translation>Même image que l’envoi {number}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Perhaps the same picture as submission {number}</source>
            <translation>Peut-être la même image que l’envoi {number}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Like submission {number}, but with another face</source>
            <translation>Semblable à l’envoi {number}, mais avec un autre visage</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Looks like a real photo from the reference portraits</source>
            <translation>Semble être une vraie photo des portraits de référence</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The picture cannot be opened</source>
            <translation>L’image ne peut pas être ouverte</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>nearest is {name}, {distance:.2f}</source>
            <translation>le plus proche : {name}, {distance:.2f}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{distance}, match up to {limit}</source>
            <translation>{distance}, correspondance jusqu’à {limit}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>nearly the same picture, mirrored</source>
            <translation>presque la même image, en miroir</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>a similar picture, mirrored</source>
            <translation>une image semblable, en miroir</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>nearly the same picture</source>
            <translation>presque la même image</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>a similar picture</source>
            <translation>une image semblable</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>differs in none of 256 points</source>
            <translation>ne diffère en aucun des 256 points</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>differs in {n} of 256 points</source>
            <extracomment>One: differs in {n} of 256 points</extracomment>
            <translation>
                <numerusform>diffère en {n} point sur 256</numerusform>
                <numerusform>diffère en {n} points sur 256</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>{n} px</source>
            <translation>{n} px</translation>
        </message>
        <message>
            <location filename="../../curator/engine/worker.py"></location>
            <source>The face finder cannot be started ({error}).</source>
            <translation>La recherche de visages ne peut pas démarrer ({error}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/worker_process.py"></location>
            <source>The program is closing.</source>
            <translation>Le programme se ferme.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/bindings.py"></location>
            <source>This is no key that a command can have.</source>
            <translation>Cette touche ne peut pas servir de raccourci.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/bindings.py"></location>
            <source>A key that is held works without Ctrl, Alt and Shift.</source>
            <translation>Une touche à maintenir s’utilise sans Ctrl, Alt ni Shift.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/bindings.py"></location>
            <source>{key} belongs to “{command}”.</source>
            <translation>{key} est déjà attribué à « {command} ».</translation>
        </message>
        <message>
            <location filename="../../curator/ui/breaks.py"></location>
            <source>You have been looking at pictures for {minutes} minutes. A short break helps to see clearly.</source>
            <translation>Vous regardez des images depuis {minutes} minutes. Une courte pause aide à garder un regard net.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>&amp;File</source>
            <translation>&amp;Fichier</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>&amp;Review</source>
            <translation>&amp;Examen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>&amp;Picture</source>
            <translation>&amp;Image</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>&amp;View</source>
            <translation>&amp;Affichage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>&amp;Help</source>
            <translation>A&amp;ide</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Deciding and moving</source>
            <translation>Décider et se déplacer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Looking</source>
            <translation>Regarder</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Window</source>
            <translation>Fenêtre</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Catalogue</source>
            <translation>Catalogue</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>New catalogue …</source>
            <translation>Nouveau catalogue …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Open catalogue …</source>
            <translation>Ouvrir un catalogue …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Open the sample catalogue</source>
            <translation>Ouvrir le catalogue d’exemple</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Load pictures …</source>
            <translation>Charger des images …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Load a folder …</source>
            <translation>Charger un dossier …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Import politicians from a folder …</source>
            <translation>Importer des personnalités politiques depuis un dossier …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Export the approved set …</source>
            <translation>Exporter les envois approuvés …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Your name …</source>
            <translation>Votre nom …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Quit</source>
            <translation>Quitter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Approve</source>
            <translation>Approuver</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Reject with the advised reason</source>
            <translation>Rejeter avec le motif conseillé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Reject: not the politician</source>
            <translation>Rejeter : pas la personne indiquée</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Reject: more than one face</source>
            <translation>Rejeter : plusieurs visages</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Reject: no face</source>
            <translation>Rejeter : aucun visage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Reject: duplicate</source>
            <translation>Rejeter : doublon</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Reject: unsafe, hide at once</source>
            <translation>Rejeter : inapproprié, masquer aussitôt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Skip</source>
            <translation>Passer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Ask a colleague</source>
            <translation>Demander à un collègue</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Do again</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Next</source>
            <translation>Suivant</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Previous</source>
            <translation>Précédent</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Next undecided</source>
            <translation>Suivant à décider</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Previous undecided</source>
            <translation>Précédent à décider</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/widgets/fields.py"></location>
            <source>Search</source>
            <translation>Rechercher</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>More filters</source>
            <translation>Plus de filtres</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Say whom it shows …</source>
            <translation>Indiquer qui est montré …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Deepfake or portrait</source>
            <translation>Deepfake ou portrait</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>Edit the note</source>
            <translation>Modifier la note</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Draw a missed face</source>
            <translation>Tracer un visage manqué</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Not a face</source>
            <translation>Pas un visage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Grid of faces</source>
            <translation>Grille de visages</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Compare with the portrait</source>
            <translation>Comparer avec le portrait</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Flicker between the two</source>
            <translation>Alterner entre les deux</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Show near-duplicates</source>
            <translation>Afficher les quasi-doublons</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Face boxes</source>
            <translation>Cadres des visages</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Landmarks</source>
            <translation>Repères du visage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Next reference portrait</source>
            <translation>Portrait de référence suivant</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Previous reference portrait</source>
            <translation>Portrait de référence précédent</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Next face</source>
            <translation>Visage suivant</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Previous face</source>
            <translation>Visage précédent</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Zoom in</source>
            <translation>Zoom avant</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Zoom out</source>
            <translation>Zoom arrière</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Fit the picture</source>
            <translation>Ajuster l’image</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Full size</source>
            <translation>Taille réelle</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Veil pictures</source>
            <translation>Voiler les images</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Look at a veiled picture</source>
            <translation>Regarder une image voilée</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Full screen</source>
            <translation>Plein écran</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Larger text</source>
            <translation>Texte plus grand</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Smaller text</source>
            <translation>Texte plus petit</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Text at its usual size</source>
            <translation>Texte à sa taille habituelle</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/rail.py"></location>
            <source>Review</source>
            <translation>Examen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/grid/head.py"></location>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <location filename="../../curator/ui/rail.py"></location>
            <source>Politicians</source>
            <translation>Politiques</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/rail.py"></location>
            <source>Export</source>
            <translation>Exportation</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/rail.py"></location>
            <source>Log</source>
            <translation>Journal</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/rail.py"></location>
            <location filename="../../curator/ui/settings/page.py"></location>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/key_help.py"></location>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Keys</source>
            <translation>Raccourcis</translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>About Curator</source>
            <translation>À propos de Curator</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>added</source>
            <translation>ajouté</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>changed</source>
            <translation>modifié</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>removed</source>
            <translation>supprimé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>left out</source>
            <translation>omis</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>unchanged</source>
            <translation>inchangé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <location filename="../../curator/ui/log/model.py"></location>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>nobody</source>
            <translation>aucune personne</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{count:,} {what}</source>
            <translation>{what} ({count:,})</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{n:,} added</source>
            <extracomment>One: {n:,} added</extracomment>
            <translation>
                <numerusform>{n:,} ajoutée</numerusform>
                <numerusform>{n:,} ajoutées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{n:,} changed</source>
            <extracomment>One: {n:,} changed</extracomment>
            <translation>
                <numerusform>{n:,} modifiée</numerusform>
                <numerusform>{n:,} modifiées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{n:,} removed</source>
            <extracomment>One: {n:,} removed</extracomment>
            <translation>
                <numerusform>{n:,} supprimée</numerusform>
                <numerusform>{n:,} supprimées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{n:,} pictures stand in {folder} ({size}): {changes}. Every file was read again and checked.</source>
            <extracomment>One: {n:,} picture stands in {folder} ({size}): {changes}. Every file was read again and checked.</extracomment>
            <translation>
                <numerusform>{n:,} image se trouve dans {folder} ({size}) : {changes}. Chaque fichier a été relu et vérifié.</numerusform>
                <numerusform>{n:,} images se trouvent dans {folder} ({size}) : {changes}. Chaque fichier a été relu et vérifié.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>nothing changed</source>
            <translation>rien de modifié</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>not in the index: the name is exported as it was sent</source>
            <translation>pas dans l’index : le nom est exporté tel qu’il a été envoyé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>{size:,.1f} MB</source>
            <translation>{size:,.1f} Mo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>{size:,.0f} kB</source>
            <translation>{size:,.0f} ko</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/model.py"></location>
            <source>Number</source>
            <translation>Numéro</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/model.py"></location>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>With this export</source>
            <translation>Avec cette exportation</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/model.py"></location>
            <source>Shows</source>
            <translation>Personne</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/model.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Office</source>
            <translation>Fonction</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/model.py"></location>
            <source>Why</source>
            <translation>Motif</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>Dry run</source>
            <translation>Essai</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>Nothing is written until you say so.</source>
            <translation>Rien n’est écrit avant que vous le demandiez.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>Nothing of that kind</source>
            <translation>Rien de ce genre</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>No picture is listed under the chosen filters.</source>
            <translation>Aucune image ne figure sous les filtres choisis.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>Nothing to export</source>
            <translation>Rien à exporter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>Approved pictures are listed here, with what changed since the last export.</source>
            <translation>Les images approuvées sont listées ici, avec ce qui a changé depuis la dernière exportation.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>What the export would do</source>
            <translation>Ce que ferait l’exportation</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Looking at the approved set …</source>
            <translation>Examen des envois approuvés …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Choose folder …</source>
            <translation>Choisir un dossier …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Write the export</source>
            <translation>Écrire l’exportation</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Progress of the export</source>
            <translation>Avancement de l’exportation</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <location filename="../../curator/ui/review/note.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Cancel</source>
            <translation>Abandonner</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Open the folder</source>
            <translation>Ouvrir le dossier</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/side.py"></location>
            <source>{n:,} pictures would be published</source>
            <extracomment>One: {n:,} picture would be published</extracomment>
            <translation>
                <numerusform>{n:,} image serait publiée</numerusform>
                <numerusform>{n:,} images seraient publiées</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Nothing is approved yet</source>
            <translation>Rien n’est encore approuvé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Not approved and not exported: {what}.</source>
            <translation>Non approuvés et non exportés : {what}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Gathering the approved set …</source>
            <translation>Collecte des envois approuvés …</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Making {done:,} of {n:,} pictures</source>
            <extracomment>One: Making {done:,} of {n:,} picture</extracomment>
            <translation>
                <numerusform>Production de {done:,} image sur {n:,}</numerusform>
                <numerusform>Production de {done:,} images sur {n:,}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Checking {done:,} of {n:,} pictures</source>
            <extracomment>One: Checking {done:,} of {n:,} picture</extracomment>
            <translation>
                <numerusform>Vérification de {done:,} image sur {n:,}</numerusform>
                <numerusform>Vérification de {done:,} images sur {n:,}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Nothing was written. What stood in the folder before still stands.</source>
            <translation>Rien n’a été écrit. Ce qui se trouvait dans le dossier y est toujours.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Folder</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>No folder is chosen yet.</source>
            <translation>Aucun dossier n’est encore choisi.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Another folder …</source>
            <translation>Autre dossier …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>A new, empty or earlier export's folder</source>
            <translation>Un dossier nouveau, vide ou d’une exportation antérieure</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Cancelling …</source>
            <translation>Interruption …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Nothing was exported from this catalogue before.</source>
            <translation>Rien n’a encore été exporté de ce catalogue.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Last export: {moment}.</source>
            <translation>Dernière exportation : {moment}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/area.py"></location>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Faces</source>
            <translation>Visages</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Select nothing</source>
            <translation>Ne rien sélectionner</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Set aside for a colleague</source>
            <translation>Mettre de côté pour un collègue</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Approve {n:,}</source>
            <translation>Approuver ({n:,})</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Reject {n:,} …</source>
            <translation>Rejeter ({n:,}) …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Skip {n:,}</source>
            <translation>Passer ({n:,})</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Ask {n:,}</source>
            <translation>Demander ({n:,})</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Reject …</source>
            <translation>Rejeter …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Ask</source>
            <translation>Demander</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Decide about the selected faces</source>
            <translation>Décider des visages sélectionnés</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Back to the desk</source>
            <translation>Retour à la table</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Whose faces?</source>
            <translation>Les visages de qui ?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Smaller faces</source>
            <translation>Visages plus petits</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Larger faces</source>
            <translation>Visages plus grands</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>{n:,} pictures, nearest first</source>
            <extracomment>One: {n:,} picture, nearest first</extracomment>
            <translation>
                <numerusform>{n:,} image, la plus proche d’abord</numerusform>
                <numerusform>{n:,} images, les plus proches d’abord</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>All in the filter</source>
            <translation>Tout le filtre</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Whose faces are shown: {name}</source>
            <translation>Visages affichés : {name}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>{n:,} new, refresh</source>
            <extracomment>One: {n:,} new, refresh</extracomment>
            <translation>
                <numerusform>{n:,} nouveau, actualiser</numerusform>
                <numerusform>{n:,} nouveaux, actualiser</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Sort again</source>
            <translation>Trier de nouveau</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Nothing is selected. Click a face, or go to one and press Space.</source>
            <translation>Rien n’est sélectionné. Cliquez sur un visage, ou allez-y et appuyez sur Space.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>{n:,} are selected. At most {most:,} are decided at once: nobody has looked at so many.</source>
            <translation>{n:,} visages sont sélectionnés. Décider de {most:,} au plus à la fois : personne n’en a regardé autant.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <location filename="../../curator/ui/review_page.py"></location>
            <source>There is nothing to undo.</source>
            <translation>Il n’y a rien à annuler.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <location filename="../../curator/ui/review_page.py"></location>
            <source>There is nothing to do again.</source>
            <translation>Il n’y a rien à rétablir.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Undone for {n:,} pictures.</source>
            <extracomment>One: Undone for {n:,} picture.</extracomment>
            <translation>
                <numerusform>Annulé pour {n:,} image.</numerusform>
                <numerusform>Annulé pour {n:,} images.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Done again for {n:,} pictures.</source>
            <extracomment>One: Done again for {n:,} picture.</extracomment>
            <translation>
                <numerusform>Rétabli pour {n:,} image.</numerusform>
                <numerusform>Rétabli pour {n:,} images.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Select the others</source>
            <translation>Sélectionner les autres</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>No faces of this politician</source>
            <translation>Aucun visage de cette personnalité politique</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Nothing in the filter claims them any more. Choose “All in the filter” above.</source>
            <translation>Plus aucun envoi du filtre n’indique cette personne. Choisissez « Tout le filtre » ci-dessus.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>No submissions yet</source>
            <translation>Aucun envoi pour l’instant</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Drop pictures or folders here, or load them on the desk. Their faces will stand here.</source>
            <translation>Déposez ici des images ou des dossiers, ou chargez-les depuis la table. Leurs visages apparaîtront ici.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Nothing fits</source>
            <translation>Aucun résultat</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>The filter of the desk lets nothing through. Go back and change it, or load more pictures.</source>
            <translation>Le filtre de la table ne laisse rien passer. Revenez le modifier, ou chargez d’autres images.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/sections.py"></location>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <source>not compared</source>
            <translation>non comparé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/sections.py"></location>
            <source>cannot be opened</source>
            <translation>ne s’ouvre pas</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>Nothing selected. Click or drag with the mouse, or use the arrows and Space.</source>
            <translation>Rien n’est sélectionné. Cliquez ou tirez avec la souris, ou utilisez les flèches et Space.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} selected</source>
            <extracomment>One: {n:,} selected</extracomment>
            <translation>
                <numerusform>{n:,} sélectionné</numerusform>
                <numerusform>{n:,} sélectionnés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} not analysed yet</source>
            <extracomment>One: {n:,} not analysed yet</extracomment>
            <translation>
                <numerusform>{n:,} pas encore analysé</numerusform>
                <numerusform>{n:,} pas encore analysés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} cannot be opened</source>
            <extracomment>One: {n:,} cannot be opened</extracomment>
            <translation>
                <numerusform>{n:,} ne s’ouvre pas</numerusform>
                <numerusform>{n:,} ne s’ouvrent pas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} selected: {details}</source>
            <extracomment>One: {n:,} selected: {details}</extracomment>
            <translation>
                <numerusform>{n:,} sélectionné : {details}</numerusform>
                <numerusform>{n:,} sélectionnés : {details}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} undecided</source>
            <extracomment>One: {n:,} undecided</extracomment>
            <translation>
                <numerusform>{n:,} à décider</numerusform>
                <numerusform>{n:,} à décider</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} already approved</source>
            <extracomment>One: {n:,} already approved</extracomment>
            <translation>
                <numerusform>{n:,} déjà approuvé</numerusform>
                <numerusform>{n:,} déjà approuvés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} already rejected</source>
            <extracomment>One: {n:,} already rejected</extracomment>
            <translation>
                <numerusform>{n:,} déjà rejeté</numerusform>
                <numerusform>{n:,} déjà rejetés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} set aside</source>
            <extracomment>One: {n:,} set aside</extracomment>
            <translation>
                <numerusform>{n:,} mis de côté</numerusform>
                <numerusform>{n:,} mis de côté</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} withdrawn</source>
            <extracomment>One: {n:,} withdrawn</extracomment>
            <translation>
                <numerusform>{n:,} retiré</numerusform>
                <numerusform>{n:,} retirés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} set aside for a colleague.</source>
            <extracomment>One: {n:,} set aside for a colleague.</extracomment>
            <translation>
                <numerusform>{n:,} mis de côté pour un collègue.</numerusform>
                <numerusform>{n:,} mis de côté pour un collègue.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} approved.</source>
            <extracomment>One: {n:,} approved.</extracomment>
            <translation>
                <numerusform>{n:,} approuvé.</numerusform>
                <numerusform>{n:,} approuvés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} rejected: {reason}.</source>
            <extracomment>One: {n:,} rejected: {reason}.</extracomment>
            <translation>
                <numerusform>{n:,} rejeté : {reason}.</numerusform>
                <numerusform>{n:,} rejetés : {reason}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} skipped.</source>
            <extracomment>One: {n:,} skipped.</extracomment>
            <translation>
                <numerusform>{n:,} passé.</numerusform>
                <numerusform>{n:,} passés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} decided.</source>
            <extracomment>One: {n:,} decided.</extracomment>
            <translation>
                <numerusform>{n:,} décidé.</numerusform>
                <numerusform>{n:,} décidés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} were left out, because they have not been analysed yet.</source>
            <extracomment>One: {n:,} was left out, because it has not been analysed yet.</extracomment>
            <translation>
                <numerusform>{n:,} a été omis, car il n’a pas encore été analysé.</numerusform>
                <numerusform>{n:,} ont été omis, car ils n’ont pas encore été analysés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>None of the {n:,} has been analysed yet, so nobody has seen them. Wait until they have been.</source>
            <extracomment>One: It has not been analysed yet, so nobody has seen it. Wait until it has been.</extracomment>
            <translation>
                <numerusform>L’envoi n’a pas encore été analysé ; personne ne l’a donc vu. Attendez la fin de l’analyse.</numerusform>
                <numerusform>Aucun des {n:,} envois n’a encore été analysé ; personne ne les a donc vus. Attendez la fin de l’analyse.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>None of the {n:,} can be opened, so they cannot be approved.</source>
            <extracomment>One: It cannot be opened, so it cannot be approved.</extracomment>
            <translation>
                <numerusform>L’envoi ne peut pas être ouvert ; il ne peut donc pas être approuvé.</numerusform>
                <numerusform>Aucun des {n:,} envois ne peut être ouvert ; ils ne peuvent donc pas être approuvés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>Nothing was approved: {n:,} of the {of:,} selected cannot be opened, so they cannot be approved.</source>
            <extracomment>One: Nothing was approved: {n:,} of the {of:,} selected cannot be opened, so it cannot be approved.</extracomment>
            <translation>
                <numerusform>Rien n’a été approuvé : {n:,} des {of:,} envois sélectionnés ne peut pas être ouvert, ni donc approuvé.</numerusform>
                <numerusform>Rien n’a été approuvé : {n:,} des {of:,} envois sélectionnés ne peuvent pas être ouverts, ni donc approuvés.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/wording.py"></location>
            <source>asked</source>
            <translation>avis demandé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/wording.py"></location>
            <source>{distance:.2f} · {word}</source>
            <translation>{distance:.2f} · {word}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/wording.py"></location>
            <location filename="../../curator/ui/review/copies.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>nobody claimed</source>
            <translation>personne n’est indiqué</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/wording.py"></location>
            <source>advice: {advice}</source>
            <translation>conseil : {advice}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Background work</source>
            <translation>Travail en arrière-plan</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Go on</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Ends the load; what was loaded stays.</source>
            <translation>Met fin au chargement ; ce qui a été chargé reste.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Looking through the folders …</source>
            <translation>Parcours des dossiers …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Loading {done:,} of {total:,}</source>
            <translation>Chargement : {done:,} sur {total:,}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>{n:,} pictures wait for analysis</source>
            <extracomment>One: {n:,} picture waits for analysis</extracomment>
            <translation>
                <numerusform>{n:,} image attend l’analyse</numerusform>
                <numerusform>{n:,} images attendent l’analyse</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Paused</source>
            <translation>En pause</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>What was not taken in</source>
            <translation>Ce qui n’a pas été accepté</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>What is doubtful</source>
            <translation>Ce qui est douteux</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>What was refused, and warnings</source>
            <translation>Refus et avertissements</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>Copy the list</source>
            <translation>Copier la liste</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>Correct what is named here and load it again: what is there already is not loaded twice.</source>
            <translation>Corrigez ce qui est cité ici et chargez de nouveau : ce qui est déjà là n’est pas chargé deux fois.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>{n:,} were not taken in</source>
            <extracomment>One: {n:,} was not taken in</extracomment>
            <translation>
                <numerusform>{n:,} refus</numerusform>
                <numerusform>{n:,} refus</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>{n:,} warnings</source>
            <extracomment>One: {n:,} warning</extracomment>
            <translation>
                <numerusform>{n:,} avertissement</numerusform>
                <numerusform>{n:,} avertissements</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>Everything was taken in</source>
            <translation>Tout a été accepté</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>Taken in, but doubtful:</source>
            <translation>Accepté, mais douteux :</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>{file} cannot be a reference portrait of {name}. {reason}</source>
            <translation>{file} ne peut pas être un portrait de référence de {name}. {reason}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>{names} and {n:,} more</source>
            <extracomment>One: {names} and {n:,} more</extracomment>
            <translation>
                <numerusform>{names} et {n:,} autre</numerusform>
                <numerusform>{names} et {n:,} autres</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>{count:,} photos cannot be reference portraits: of {names}.</source>
            <translation>{count:,} photos ne peuvent pas être des portraits de référence : {names}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/key_help.py"></location>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>{command} (hold the key)</source>
            <translation>{command} (maintenir la touche)</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keys.py"></location>
            <source>Enter presses buttons and ends what is written or drawn, so it cannot be used here.</source>
            <translation>Enter active les boutons et termine ce qui est écrit ou tracé ; cette touche ne peut donc pas servir ici.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keys.py"></location>
            <source>Esc gives up what was begun, so it cannot be used here.</source>
            <translation>Esc abandonne ce qui est commencé ; cette touche ne peut donc pas servir ici.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keys.py"></location>
            <source>Tab goes from field to field, so it cannot be used here.</source>
            <translation>Tab passe d’un champ à l’autre ; cette touche ne peut donc pas servir ici.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keys.py"></location>
            <source>Space presses the button that is reached with Tab, so it cannot be used here.</source>
            <translation>Space active le bouton atteint avec Tab ; cette touche ne peut donc pas servir ici.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keys.py"></location>
            <source>Text fields need this key, so it cannot be used here.</source>
            <translation>Les champs de texte ont besoin de cette touche ; elle ne peut donc pas servir ici.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keys.py"></location>
            <source>Arrows and page keys move in lists, fields and pictures, so they cannot be used here.</source>
            <translation>Les flèches et les touches de page servent dans les listes, les champs et les images ; elles ne peuvent donc pas servir ici.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keys.py"></location>
            <source>Alt with a letter opens the menus, so it cannot be used here.</source>
            <translation>Alt avec une lettre ouvre les menus ; cette combinaison ne peut donc pas servir ici.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/load_wording.py"></location>
            <source>The load stopped. {reason} Load the same files again to go on.</source>
            <translation>Le chargement s’est arrêté. {reason} Chargez de nouveau les mêmes fichiers pour continuer.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/load_wording.py"></location>
            <source>{n:,} politicians added</source>
            <extracomment>One: {n:,} politician added</extracomment>
            <translation>
                <numerusform>{n:,} personnalité politique ajoutée</numerusform>
                <numerusform>{n:,} personnalités politiques ajoutées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/load_wording.py"></location>
            <source>{n:,} politicians completed</source>
            <extracomment>One: {n:,} politician completed</extracomment>
            <translation>
                <numerusform>{n:,} personnalité politique complétée</numerusform>
                <numerusform>{n:,} personnalités politiques complétées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/load_wording.py"></location>
            <source>{n:,} pictures loaded</source>
            <extracomment>One: {n:,} picture loaded</extracomment>
            <translation>
                <numerusform>{n:,} image chargée</numerusform>
                <numerusform>{n:,} images chargées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/load_wording.py"></location>
            <source>{n:,} portraits loaded</source>
            <extracomment>One: {n:,} portrait loaded</extracomment>
            <translation>
                <numerusform>{n:,} portrait chargé</numerusform>
                <numerusform>{n:,} portraits chargés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/load_wording.py"></location>
            <source>{n:,} already there</source>
            <extracomment>One: {n:,} already there</extracomment>
            <translation>
                <numerusform>{n:,} déjà là</numerusform>
                <numerusform>{n:,} déjà là</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/load_wording.py"></location>
            <source>{n:,} portraits already there</source>
            <extracomment>One: {n:,} portrait already there</extracomment>
            <translation>
                <numerusform>{n:,} portrait déjà là</numerusform>
                <numerusform>{n:,} portraits déjà là</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/load_wording.py"></location>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>{n:,} refused</source>
            <extracomment>One: {n:,} refused</extracomment>
            <translation>
                <numerusform>{n:,} refus</numerusform>
                <numerusform>{n:,} refus</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/load_wording.py"></location>
            <source>Load cancelled: {what}</source>
            <translation>Chargement interrompu : {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <source>When</source>
            <translation>Date</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Curator</source>
            <translation>Curateur</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <location filename="../../curator/ui/review/canvas.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Picture</source>
            <translation>Image</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>Claim</source>
            <translation>Personne indiquée</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <source>What</source>
            <translation>Action</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <source>erased ({digest})</source>
            <translation>effacé ({digest})</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Search curators, pictures, claims, reasons, notes</source>
            <translation>Rechercher curateurs, images, personnes indiquées, motifs, notes</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Search the log</source>
            <translation>Rechercher dans le journal</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Decision log</source>
            <translation>Journal des décisions</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/log/page.py"></location>
            <source>{n:,} found, searching …</source>
            <extracomment>One: {n:,} found, searching …</extracomment>
            <translation>
                <numerusform>{n:,} trouvée, recherche en cours …</numerusform>
                <numerusform>{n:,} trouvées, recherche en cours …</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/log/page.py"></location>
            <source>{n:,} read …</source>
            <extracomment>One: {n:,} read …</extracomment>
            <translation>
                <numerusform>{n:,} lue …</numerusform>
                <numerusform>{n:,} lues …</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/log/page.py"></location>
            <source>{n:,} rows found</source>
            <extracomment>One: {n:,} row found</extracomment>
            <translation>
                <numerusform>{n:,} ligne trouvée</numerusform>
                <numerusform>{n:,} lignes trouvées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/log/page.py"></location>
            <source>{n:,} rows</source>
            <extracomment>One: {n:,} row</extracomment>
            <translation>
                <numerusform>{n:,} ligne</numerusform>
                <numerusform>{n:,} lignes</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>scroll on for older rows</source>
            <translation>faites défiler pour les lignes plus anciennes</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Nothing found</source>
            <translation>Rien trouvé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>No row of the log holds all these words.</source>
            <translation>Aucune ligne du journal ne contient tous ces mots.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Nothing decided yet</source>
            <translation>Rien de décidé pour l’instant</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Every decision, undo and corrected claim is written down here for good.</source>
            <translation>Chaque décision, annulation ou correction de la personne indiquée est consignée ici définitivement.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>What was seen</source>
            <translation>Ce qui a été vu</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Claim: {name}</source>
            <translation>Personne indiquée : {name}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>“{note}”</source>
            <translation>« {note} »</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Show the picture</source>
            <translation>Afficher l’image</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Nothing is noted anew here: it brings back an earlier row.</source>
            <translation>Rien n’est noté de nouveau ici : cette ligne en rétablit une plus ancienne.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Versions</source>
            <translation>Versions</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>What was seen then</source>
            <translation>Ce qui a été vu alors</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Distances</source>
            <translation>Distances</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Thresholds</source>
            <translation>Seuils</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Select a row to see what lay before the curator.</source>
            <translation>Sélectionnez une ligne pour voir ce que le curateur avait sous les yeux.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>with others at once</source>
            <translation>avec d’autres à la fois</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>from a merged catalogue</source>
            <translation>d’un catalogue fusionné</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>by a rule</source>
            <translation>par une règle</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Strong up to</source>
            <translation>Forte jusqu’à</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Match without a claim up to</source>
            <translation>Correspondance sans personne indiquée jusqu’à</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Match of the claim up to</source>
            <translation>Correspondance avec la personne indiquée jusqu’à</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Look closer without a claim up to</source>
            <translation>À regarder de près sans personne indiquée jusqu’à</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Look closer at the claim up to</source>
            <translation>À regarder de près avec personne indiquée jusqu’à</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Could be either, when closer together than</source>
            <translation>L’une ou l’autre personne, si l’écart est inférieur à</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Small face below</source>
            <translation>Petit visage en dessous de</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Not compared below</source>
            <translation>Non comparé en dessous de</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Bystander below a share of</source>
            <translation>Passant en dessous d’une part de</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Same picture up to</source>
            <translation>Même image jusqu’à</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Perhaps the same up to</source>
            <translation>Peut-être la même jusqu’à</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>{n} of 256 points</source>
            <translation>{n} points sur 256</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>claim corrected from {before} to {after}</source>
            <translation>personne indiquée corrigée de {before} en {after}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>undo of #{number}</source>
            <translation>annulation de #{number}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>undo #{number} taken back: {verdict}</source>
            <translation>annulation #{number} levée : {verdict}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>{verdict}, {origin}</source>
            <translation>{verdict}, {origin}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>No advice yet</source>
            <translation>Pas encore de conseil</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Advice: {advice}</source>
            <translation>Conseil : {advice}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>someone removed</source>
            <translation>personne supprimée</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>The face</source>
            <translation>Le visage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Face {number}</source>
            <translation>Visage {number}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>{face} (drawn by hand)</source>
            <translation>{face} (tracé à la main)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>{n:,} more faces</source>
            <extracomment>One: {n:,} more face</extracomment>
            <translation>
                <numerusform>{n:,} autre visage</numerusform>
                <numerusform>{n:,} autres visages</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Rule set</source>
            <translation>Jeu de règles</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>version {version}</source>
            <translation>version {version}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Sent in as</source>
            <translation>Envoyé comme</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>SHA-256 of the file</source>
            <translation>SHA-256 du fichier</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>set aside for a colleague</source>
            <translation>mis de côté pour un collègue</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>opened again</source>
            <translation>rouvert</translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <source>A new or empty folder for the catalogue</source>
            <translation>Un dossier nouveau ou vide pour le catalogue</translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <source>The folder of the catalogue</source>
            <translation>Le dossier du catalogue</translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <source>Pictures and tables</source>
            <translation>Images et tableaux</translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>All files</source>
            <translation>Tous les fichiers</translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <source>Pictures to load</source>
            <translation>Images à charger</translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <source>A folder of pictures to load</source>
            <translation>Un dossier d’images à charger</translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>A folder laid out as Country/Name Surname</source>
            <translation>Un dossier structuré en Pays/Prénom Nom</translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <location filename="../../curator/ui/settings/person.py"></location>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Your name</source>
            <translation>Votre nom</translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <source>It signs your decisions:</source>
            <translation>Il signe vos décisions :</translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <source>Curator {version}. It works on this computer only and sends nothing anywhere.</source>
            <translation>Curator {version}. Il fonctionne uniquement sur cet ordinateur et n’envoie rien nulle part.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <source>Show which</source>
            <translation>Voir lesquels</translation>
        </message>
        <message>
            <location filename="../../curator/ui/menus.py"></location>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Colours</source>
            <translation>Couleurs</translation>
        </message>
        <message>
            <location filename="../../curator/ui/menus.py"></location>
            <source>How pictures are veiled</source>
            <translation>Manière de voiler les images</translation>
        </message>
        <message>
            <location filename="../../curator/ui/messages.py"></location>
            <source>A mistake in Curator</source>
            <translation>Une erreur dans Curator</translation>
        </message>
        <message>
            <location filename="../../curator/ui/messages.py"></location>
            <source>Report</source>
            <translation>Rapport</translation>
        </message>
        <message>
            <location filename="../../curator/ui/messages.py"></location>
            <source>Copy the report</source>
            <translation>Copier le rapport</translation>
        </message>
        <message>
            <location filename="../../curator/ui/messages.py"></location>
            <source>Something went wrong inside Curator.</source>
            <translation>Un problème est survenu dans Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/messages.py"></location>
            <source>Decisions that were saved are safe. Please send this report to whoever looks after Curator; it names no one. The log lies in {log}.</source>
            <translation>Les décisions enregistrées sont en sécurité. Envoyez ce rapport à la personne qui s’occupe de Curator ; il ne nomme personne. Le journal se trouve dans {log}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/moments.py"></location>
            <source>{day} {month} {year}</source>
            <translation>{day} {month} {year}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/moments.py"></location>
            <source>{day} {month}</source>
            <translation>{day} {month}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/moments.py"></location>
            <source>{day}, {time}</source>
            <translation>{day}, {time}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <source>Nobody: nothing is claimed</source>
            <translation>Aucune personne : rien n’est indiqué</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <source>Name, country or role</source>
            <translation>Nom, pays ou fonction</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <source>Who is it?</source>
            <translation>Qui est-ce ?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <source>Nobody of that name is in the index.</source>
            <translation>Personne de ce nom ne figure dans l’index.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>Correct the claim</source>
            <translation>Corriger la personne indiquée</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>someone else</source>
            <translation>autre personne</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>many faces</source>
            <translation>trop de visages</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>Other reason</source>
            <translation>Autre motif</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>Reject for another reason</source>
            <translation>Rejeter pour un autre motif</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Reject: {reason}</source>
            <translation>Rejeter : {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <location filename="../../curator/ui/widgets/buttons.py"></location>
            <source>Key {key}</source>
            <translation>Touche {key}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board.py"></location>
            <source>Coverage of the offices</source>
            <translation>Couverture des fonctions</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board.py"></location>
            <source>with portraits</source>
            <translation>avec portraits</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board.py"></location>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>no portrait</source>
            <translation>aucun portrait</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board.py"></location>
            <source>nobody named</source>
            <translation>aucun nom</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_delegate.py"></location>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Nobody named</source>
            <translation>Aucun nom</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_delegate.py"></location>
            <source>No portrait</source>
            <translation>Aucun portrait</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_model.py"></location>
            <source>{country}, {gaps}</source>
            <translation>{country}, {gaps}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/board_model.py"></location>
            <source>{n} gaps</source>
            <extracomment>One: {n} gap</extracomment>
            <translation>
                <numerusform>{n} lacune</numerusform>
                <numerusform>{n} lacunes</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_model.py"></location>
            <source>complete</source>
            <translation>complet</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_view.py"></location>
            <source>Arrow keys move over the board; Enter shows the submissions of an office.</source>
            <translation>Les flèches parcourent le tableau ; Enter affiche les envois d’une fonction.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_view.py"></location>
            <source>Gaps first</source>
            <translation>Lacunes d’abord</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_view.py"></location>
            <source>By name</source>
            <translation>Par nom</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/confirm.py"></location>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <location filename="../../curator/ui/queue/saved_page.py"></location>
            <source>Remove</source>
            <translation>Supprimer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/confirm.py"></location>
            <source>Keep</source>
            <translation>Garder</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{role}, {country}</source>
            <translation>{role}, {country}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{n} people</source>
            <extracomment>One: {n} person</extracomment>
            <translation>
                <numerusform>{n} personne</numerusform>
                <numerusform>{n} personnes</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{office}: nobody is named yet. Press Enter to add someone.</source>
            <translation>{office} : aucun nom pour l’instant. Appuyez sur Enter pour ajouter quelqu’un.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{office}: {name}, {counts}.</source>
            <translation>{office} : {name}, {counts}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{office}: {n} people ({names}), {counts}.</source>
            <translation>{office} : {n} personnes ({names}), {counts}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{named} of {all} offices named</source>
            <translation>{named} fonctions sur {all} avec un nom</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{n} with portraits</source>
            <translation>{n} avec portraits</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{n} in other offices</source>
            <translation>{n} dans d’autres fonctions</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{n:,} portraits</source>
            <extracomment>One: {n:,} portrait</extracomment>
            <translation>
                <numerusform>{n:,} portrait</numerusform>
                <numerusform>{n:,} portraits</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{name}, {portraits}</source>
            <translation>{name}, {portraits}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>Discard</source>
            <translation>Abandonner</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>New politician</source>
            <translation>Nouvelle personnalité politique</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>Photos are added afterwards.</source>
            <translation>Les photos s’ajoutent ensuite.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>Remove {name} and {n:,} portraits?</source>
            <extracomment>One: Remove {name} and {n} portrait?</extracomment>
            <translation>
                <numerusform>Supprimer {name} et {n:,} portrait ?</numerusform>
                <numerusform>Supprimer {name} et {n:,} portraits ?</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>Remove {name}?</source>
            <translation>Supprimer {name} ?</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>{n:,} open claims name them.</source>
            <extracomment>One: {n} open claim names them.</extracomment>
            <translation>
                <numerusform>{n:,} envoi à décider indique cette personne.</numerusform>
                <numerusform>{n:,} envois à décider indiquent cette personne.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>No office, no country</source>
            <translation>Sans fonction ni pays</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>{name} is in the index already, for {country}. Go on only if this is somebody else.</source>
            <translation>{name} figure déjà dans l’index ({country}). Ne continuez que s’il s’agit de quelqu’un d’autre.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>{name} is in the index already, without a country. Go on only if this is somebody else.</source>
            <translation>{name} figure déjà dans l’index, sans pays. Ne continuez que s’il s’agit de quelqu’un d’autre.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/distances.py"></location>
            <source>{one} and {other}: {distance:.2f}, far apart for one person.</source>
            <translation>{one} et {other} : {distance:.2f}, très éloignés pour une même personne.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/distances.py"></location>
            <source>{one} and {other}: {distance:.2f}.</source>
            <translation>{one} et {other} : {distance:.2f}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/distances.py"></location>
            <source>Distances between the portraits</source>
            <translation>Distances entre les portraits</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/drops.py"></location>
            <source>Import politicians from “{file}”</source>
            <translation>Importer des personnalités politiques depuis « {file} »</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/drops.py"></location>
            <source>Drop one folder or one table at a time, or photos only.</source>
            <translation>Déposez un seul dossier ou un seul tableau à la fois, ou uniquement des photos.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/drops.py"></location>
            <source>Select a politician first, then drop the photos.</source>
            <translation>Sélectionnez d’abord une personnalité politique, puis déposez les photos.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/drops.py"></location>
            <source>Add {n:,} photos of {name}</source>
            <extracomment>One: Add {n} photo of {name}</extracomment>
            <translation>
                <numerusform>Ajouter {n:,} photo de {name}</numerusform>
                <numerusform>Ajouter {n:,} photos de {name}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <location filename="../../curator/ui/politicians/people_model.py"></location>
            <source>No country</source>
            <translation>Sans pays</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Another country …</source>
            <translation>Autre pays …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <location filename="../../curator/ui/politicians/people_delegate.py"></location>
            <source>No office</source>
            <translation>Sans fonction</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Given name</source>
            <translation>Prénom</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Surname</source>
            <translation>Nom</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Country</source>
            <translation>Pays</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Name of the country</source>
            <translation>Nom du pays</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Role</source>
            <translation>Fonction</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Select an office</source>
            <translation>Sélectionnez une fonction</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Click a cell, or move with the arrow keys. Who holds the office and what was sent in about them is shown here.</source>
            <translation>Cliquez sur une case, ou déplacez-vous avec les flèches. Qui occupe la fonction et ce qui a été envoyé à son sujet s’affiche ici.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Submissions of all {n}</source>
            <extracomment>One: Submissions of {n}</extracomment>
            <translation>
                <numerusform>Envois de {n} personne</numerusform>
                <numerusform>Envois des {n} personnes</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>What is sent in about whoever holds this office cannot be compared until they are added.</source>
            <translation>Les envois sur la personne qui occupe cette fonction ne peuvent pas être comparés tant qu’elle n’est pas ajoutée.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Add someone</source>
            <translation>Ajouter quelqu’un</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>No portrait: nothing can be compared.</source>
            <translation>Aucun portrait : rien ne peut être comparé.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>{n} portraits disagree</source>
            <extracomment>One: {n} portrait disagrees</extracomment>
            <translation>
                <numerusform>{n} portrait en désaccord</numerusform>
                <numerusform>{n} portraits en désaccord</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Show submissions</source>
            <translation>Afficher les envois</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Open</source>
            <translation>Ouvrir</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Shift+Enter</source>
            <translation>Shift+Enter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>Tables</source>
            <translation>Tableaux</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>A table of politicians</source>
            <translation>Un tableau de personnalités politiques</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>Coverage</source>
            <translation>Couverture</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>People</source>
            <translation>Personnes</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>Import …</source>
            <translation>Importer …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>Add politician</source>
            <translation>Ajouter une personne</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>No politicians yet</source>
            <translation>Aucune personnalité politique pour l’instant</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>Drop a folder here that is laid out as Country/Name Surname/*.jpg, or a table (CSV) with the columns country, role, name, surname. Pictures are compared with the photos that lie there.</source>
            <translation>Déposez ici un dossier structuré en Pays/Prénom Nom/*.jpg, ou un tableau (CSV) avec les colonnes country, role, name, surname. Les images sont comparées avec les photos qui s’y trouvent.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>A folder: Country/Name Surname/photos …</source>
            <translation>Un dossier : Pays/Prénom Nom/photos …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>A table (CSV): country, role, name, surname …</source>
            <translation>Un tableau (CSV) : country, role, name, surname …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_delegate.py"></location>
            <source>{n} of {all} disagree</source>
            <translation>{n} sur {all} en désaccord</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Nobody selected</source>
            <translation>Aucune sélection</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Select a politician at the left, or add one.</source>
            <translation>Sélectionnez une personnalité politique à gauche, ou ajoutez-en une.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Search names, countries, roles</source>
            <translation>Rechercher noms, pays, fonctions</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Search names, countries and roles</source>
            <translation>Rechercher noms, pays et fonctions</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Without portrait</source>
            <translation>Sans portrait</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Nobody fits</source>
            <translation>Aucun résultat</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>No politician fits the search. Use fewer words, or clear it.</source>
            <translation>Aucune personnalité politique ne répond à la recherche. Utilisez moins de mots, ou effacez-la.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Show everyone</source>
            <translation>Tout afficher</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>{n:,} shown</source>
            <translation>Affichées : {n:,}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Photos</source>
            <translation>Photos</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Photos of one face each</source>
            <translation>Photos montrant chacune un seul visage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>used</source>
            <translation>utilisé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>refused</source>
            <translation>refusé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>waiting</source>
            <translation>en attente</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>Curator looks for the face.</source>
            <translation>Curator cherche le visage.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>Disagrees with the others: {distance:.2f} to the nearest. Is it the same person?</source>
            <translation>En désaccord avec les autres : {distance:.2f} du plus proche. Est-ce la même personne ?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>{distance:.2f} to the others</source>
            <translation>{distance:.2f} des autres</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits.py"></location>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Reference portraits</source>
            <translation>Portraits de référence</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>Remove photo</source>
            <translation>Supprimer la photo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>Add photos …</source>
            <translation>Ajouter des photos …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>No reference portraits</source>
            <translation>Aucun portrait de référence</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>Nothing can be compared with this politician yet. Drop real photos here, each with one face; three to five are good.</source>
            <translation>Rien ne peut encore être comparé avec cette personnalité politique. Déposez ici de vraies photos, avec un seul visage chacune ; trois à cinq conviennent bien.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>Remove {file}?</source>
            <translation>Supprimer {file} ?</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>Remove {n} photos?</source>
            <extracomment>One: Remove {n} photo?</extracomment>
            <translation>
                <numerusform>Supprimer {n} photo ?</numerusform>
                <numerusform>Supprimer {n} photos ?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>{n:,} used</source>
            <extracomment>One: {n:,} used</extracomment>
            <translation>
                <numerusform>{n:,} utilisé</numerusform>
                <numerusform>{n:,} utilisés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>{n:,} waiting</source>
            <extracomment>One: {n:,} waiting</extracomment>
            <translation>
                <numerusform>{n:,} en attente</numerusform>
                <numerusform>{n:,} en attente</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <location filename="../../curator/ui/queue/list_view.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Submissions</source>
            <translation>Envois</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Nearest other politicians</source>
            <translation>Autres personnes les plus proches</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Between the portraits</source>
            <translation>Entre les portraits</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Comparing …</source>
            <translation>Comparaison …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Numbers 1 to {n} are those on the portraits. 0 is the same face.</source>
            <translation>Les numéros 1 à {n} sont ceux des portraits. 0 : le même visage.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Two portraits can be compared with each other. Add photos.</source>
            <translation>Deux portraits peuvent être comparés entre eux. Ajoutez des photos.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>There are too many for a table; each portrait tells its distance.</source>
            <translation>Ils sont trop nombreux pour un tableau ; chaque portrait indique sa distance.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Easily mistaken for {n} others: look closer at what claims any of them.</source>
            <extracomment>One: Easily mistaken for {n} other: look closer at what claims either.</extracomment>
            <translation>
                <numerusform>Risque de confusion avec {n} autre personne : regardez de près les envois qui indiquent l’une ou l’autre.</numerusform>
                <numerusform>Risque de confusion avec {n} autres personnes : regardez de près les envois qui indiquent l’une d’elles.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>look-alike</source>
            <translation>ressemblance</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Nobody can be compared yet: add portraits of this politician.</source>
            <translation>Personne ne peut encore être comparé : ajoutez des portraits de cette personnalité politique.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Nobody else in the index has a portrait.</source>
            <translation>Personne d’autre n’a de portrait dans l’index.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Refs</source>
            <translation>Réf.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Real</source>
            <translation>Vrais</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Fake</source>
            <translation>Faux</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>To do</source>
            <translation>Reste</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Approved portraits</source>
            <translation>Portraits approuvés</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Approved deepfakes</source>
            <translation>Deepfakes approuvés</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Pending</source>
            <translation>À décider</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>reference portraits</source>
            <translation>portraits de référence</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>approved portraits</source>
            <translation>portraits approuvés</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>approved deepfakes</source>
            <translation>deepfakes approuvés</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>pending</source>
            <translation>à décider</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>{short}: {meaning}</source>
            <translation>{short} : {meaning}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>no reference portrait</source>
            <translation>aucun portrait de référence</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>{n:,} reference portraits</source>
            <extracomment>One: {n:,} reference portrait</extracomment>
            <translation>
                <numerusform>{n:,} portrait de référence</numerusform>
                <numerusform>{n:,} portraits de référence</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>no approved portrait</source>
            <translation>aucun portrait approuvé</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>{n:,} approved portraits</source>
            <extracomment>One: {n:,} approved portrait</extracomment>
            <translation>
                <numerusform>{n:,} portrait approuvé</numerusform>
                <numerusform>{n:,} portraits approuvés</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>no approved deepfake</source>
            <translation>aucun deepfake approuvé</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>{n:,} approved deepfakes</source>
            <extracomment>One: {n:,} approved deepfake</extracomment>
            <translation>
                <numerusform>{n:,} deepfake approuvé</numerusform>
                <numerusform>{n:,} deepfakes approuvés</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>nothing pending</source>
            <translation>rien à décider</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>{n:,} pending</source>
            <extracomment>One: {n:,} pending</extracomment>
            <translation>
                <numerusform>{n:,} à décider</numerusform>
                <numerusform>{n:,} à décider</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/active_filters.py"></location>
            <source>Take off the filter {words}</source>
            <translation>Enlever le filtre {words}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/active_filters.py"></location>
            <source>Filters that are on</source>
            <translation>Filtres actifs</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/active_filters.py"></location>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>Clear all</source>
            <translation>Tout effacer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Today</source>
            <translation>Aujourd’hui</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Last 7 days</source>
            <translation>7 derniers jours</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Last 30 days</source>
            <translation>30 derniers jours</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Received from</source>
            <translation>Reçu à partir du</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Received until</source>
            <translation>Reçu jusqu’au</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Days are counted in UTC. Here they begin at {time}.</source>
            <translation>Les jours sont comptés en UTC. Ici, ils commencent à {time}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/drop_note.py"></location>
            <location filename="../../curator/ui/widgets/notices.py"></location>
            <source>Close this notice</source>
            <translation>Fermer cet avis</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/drop_note.py"></location>
            <source>{n:,} undecided submissions do not fit the filters any more</source>
            <extracomment>One: {n:,} undecided submission does not fit the filters any more</extracomment>
            <translation>
                <numerusform>{n:,} envoi à décider ne passe plus les filtres</numerusform>
                <numerusform>{n:,} envois à décider ne passent plus les filtres</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_page.py"></location>
            <source>Search in this list</source>
            <translation>Rechercher dans cette liste</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_page.py"></location>
            <source>Search in: {facet}</source>
            <translation>Rechercher dans : {facet}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_page.py"></location>
            <source>Nothing in this list fits the search.</source>
            <translation>Rien dans cette liste ne répond à la recherche.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_page.py"></location>
            <source>No submission tells anything here yet.</source>
            <translation>Aucun envoi n’indique encore rien ici.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Advice</source>
            <translation>Conseil</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>What was found</source>
            <translation>Ce qui a été constaté</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Kind</source>
            <translation>Type</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Politician</source>
            <translation>Personnalité politique</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Source</source>
            <translation>Source</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Verdict</source>
            <translation>Verdict</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Reason of the verdict</source>
            <translation>Motif du verdict</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Look closer</source>
            <translation>À regarder</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Clear</source>
            <translation>Nettes</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Out</source>
            <translation>À rejeter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Deepfakes</source>
            <translation>Deepfakes</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Portraits</source>
            <translation>Portraits</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Face in profile or blurred</source>
            <translation>Visage de profil ou flou</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>More than one face</source>
            <translation>Plusieurs visages</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Face too small</source>
            <translation>Visage trop petit</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Claim is near, not certain</source>
            <translation>Personne indiquée proche, sans certitude</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Claim is not in the index</source>
            <translation>Personne indiquée pas dans l’index</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>Nobody is claimed</source>
            <translation>Personne n’est indiqué</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Not compared</source>
            <translation>Non comparé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Could be someone else</source>
            <translation>Peut-être quelqu’un d’autre</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Duplicate</source>
            <translation>Doublon</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Like another submission</source>
            <translation>Semblable à un autre envoi</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Looks like a real photo</source>
            <translation>Semble être une vraie photo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Cannot be opened</source>
            <translation>Ne s’ouvre pas</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Not known</source>
            <translation>Inconnu</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>From {day}</source>
            <translation>Dès le {day}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Until {day}</source>
            <translation>Jusqu’au {day}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>{facet}: {n}</source>
            <extracomment>One: {facet}: {n}</extracomment>
            <translation>
                <numerusform>{facet} : {n}</numerusform>
                <numerusform>{facet} : {n}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Somebody who was removed</source>
            <translation>Personne supprimée</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Received</source>
            <translation>Reçu</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <location filename="../../curator/ui/queue/head.py"></location>
            <location filename="../../curator/ui/queue/saved_page.py"></location>
            <source>Saved filters</source>
            <translation>Filtres enregistrés</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>Filters</source>
            <translation>Filtres</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>What to filter by</source>
            <translation>Critère de filtre</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>Close the filters</source>
            <translation>Fermer les filtres</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>Save these filters as …</source>
            <translation>Enregistrer ces filtres sous …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>Name to save these filters under</source>
            <translation>Nom sous lequel enregistrer ces filtres</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>{n:,} submissions fit</source>
            <extracomment>One: {n:,} submission fits</extracomment>
            <translation>
                <numerusform>{n:,} envoi trouvé</numerusform>
                <numerusform>{n:,} envois trouvés</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>Replace</source>
            <translation>Remplacer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>Which submissions are listed</source>
            <translation>Quels envois sont listés</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>Filters {n}</source>
            <extracomment>One: Filters {n}</extracomment>
            <translation>
                <numerusform>Filtres {n}</numerusform>
                <numerusform>Filtres {n}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>Filters, {n} are on</source>
            <extracomment>One: Filters, {n} is on</extracomment>
            <translation>
                <numerusform>Filtres, {n} actif</numerusform>
                <numerusform>Filtres, {n} actifs</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>How the list is sorted</source>
            <translation>Ordre de la liste</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>The other way round</source>
            <translation>Dans l’autre sens</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>{n:,} listed</source>
            <extracomment>One: {n:,} listed</extracomment>
            <translation>
                <numerusform>{n:,} listé</numerusform>
                <numerusform>{n:,} listés</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>All decided</source>
            <translation>Tout est décidé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Nothing here</source>
            <translation>Rien ici</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>No submissions yet.</source>
            <translation>Aucun envoi pour l’instant.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Nothing fits.</source>
            <translation>Aucun résultat.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Nothing to review.</source>
            <translation>Rien à examiner.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Nothing here.</source>
            <translation>Rien ici.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Drop pictures or folders here, or load them from a folder.</source>
            <translation>Déposez ici des images ou des dossiers, ou chargez-les depuis un dossier.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>No submission fits the search and the filters above.</source>
            <translation>Aucun envoi ne répond à la recherche et aux filtres ci-dessus.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Every submission has a verdict. Load more, or export the approved ones.</source>
            <translation>Chaque envoi a un verdict. Chargez-en d’autres, ou exportez ceux qui sont approuvés.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Clear all filters</source>
            <translation>Effacer tous les filtres</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Export …</source>
            <translation>Exporter …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>No submission is listed under “{list}”.</source>
            <translation>Aucun envoi ne figure sous « {list} ».</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/saved_page.py"></location>
            <source>Nothing is saved yet. Choose filters, give them a name below, and save them.</source>
            <translation>Rien n’est encore enregistré. Choisissez des filtres, nommez-les ci-dessous et enregistrez-les.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/saved_page.py"></location>
            <source>Use</source>
            <translation>Utiliser</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>To review</source>
            <translation>À examiner</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Set aside</source>
            <translation>Mis de côté</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Approved</source>
            <translation>Approuvés</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Rejected</source>
            <translation>Rejetés</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Withdrawn</source>
            <translation>Retirés</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Everything</source>
            <translation>Tout</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Several verdicts</source>
            <translation>Plusieurs verdicts</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>By advice</source>
            <translation>Par conseil</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Most doubtful first</source>
            <translation>Les plus douteux</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Nearest first</source>
            <translation>Les plus proches</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Newest first</source>
            <translation>Les plus récents</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>By politician</source>
            <translation>Par personne</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>By advice, backwards</source>
            <translation>Par conseil, inversé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Clearest first</source>
            <translation>Les plus nets</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Farthest first</source>
            <translation>Les plus lointains</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Oldest first</source>
            <translation>Les plus anciens</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>By politician, Z to A</source>
            <translation>Par personne, Z à A</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/search_field.py"></location>
            <source>Search names, notes and files</source>
            <translation>Rechercher noms, notes et fichiers</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/search_field.py"></location>
            <source>Search names, notes, files</source>
            <translation>Rechercher noms, notes, fichiers</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/view.py"></location>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>Nothing is selected.</source>
            <translation>Rien n’est sélectionné.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>{kind} · nobody claimed</source>
            <translation>{kind} · personne n’est indiqué</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>waits for a colleague</source>
            <translation>attend un collègue</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>waiting for analysis</source>
            <translation>en attente d’analyse</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>not assessed yet</source>
            <translation>pas encore évalué</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>who is it?</source>
            <translation>qui est-ce ?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>{reason}?</source>
            <translation>{reason} ?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas.py"></location>
            <source>Drag a box around the face, or use the arrow keys. Enter keeps it, Escape gives up.</source>
            <translation>Tirez un cadre autour du visage, ou utilisez les flèches. Enter le garde, Escape abandonne.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas.py"></location>
            <source>Veiled. {words}</source>
            <translation>Voilée. {words}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas.py"></location>
            <location filename="../../curator/ui/review/canvas_content.py"></location>
            <source>No picture.</source>
            <translation>Aucune image.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_content.py"></location>
            <source>No face is marked.</source>
            <translation>Aucun visage n’est marqué.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_content.py"></location>
            <source>no name</source>
            <translation>sans nom</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_content.py"></location>
            <source>{face} (selected)</source>
            <translation>{face} (sélectionné)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/canvas_content.py"></location>
            <source>{n} faces: {faces}.</source>
            <extracomment>One: {n} face: {faces}.</extracomment>
            <translation>
                <numerusform>{n} visage : {faces}.</numerusform>
                <numerusform>{n} visages : {faces}.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <source>too small to name</source>
            <translation>trop petit pour être nommé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>drawn by hand</source>
            <translation>tracé à la main</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <source>{distance:.2f} {word}</source>
            <translation>{distance:.2f} {word}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <source>not {name}</source>
            <translation>pas {name}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <source>nobody in the index</source>
            <translation>aucune personne de l’index</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>sent in as a deepfake</source>
            <translation>envoyé comme deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>sent in as a portrait</source>
            <translation>envoyé comme portrait</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>compared with the nearest, {name}</source>
            <translation>comparaison avec le plus proche, {name}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>Correct the claim if you know who it is.</source>
            <translation>Corrigez la personne indiquée si vous savez qui c’est.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>no reference portraits</source>
            <translation>aucun portrait de référence</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>{n} reference portraits</source>
            <extracomment>One: {n} reference portrait</extracomment>
            <translation>
                <numerusform>{n} portrait de référence</numerusform>
                <numerusform>{n} portraits de référence</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <source>Line through the eyes</source>
            <translation>Ligne passant par les yeux</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>Back to the picture</source>
            <translation>Retour à l’image</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <source>Portrait over face</source>
            <translation>Portrait sur le visage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <source>Left shows the face, right the portrait</source>
            <translation>À gauche le visage, à droite le portrait</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <source>Turn over by itself</source>
            <translation>Alterner automatiquement</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <source>This face</source>
            <translation>Ce visage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <source>Portrait</source>
            <translation>Portrait</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <source>shows the other one</source>
            <translation>affiche l’autre</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Side by side</source>
            <translation>Côte à côte</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Overlay</source>
            <translation>Superposer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Flicker</source>
            <translation>Alterner</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Show the face beside the portrait</source>
            <translation>Afficher le visage à côté du portrait</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Lay the portrait over the face</source>
            <translation>Poser le portrait sur le visage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Show the face and the portrait in turn at the same place</source>
            <translation>Afficher tour à tour le visage et le portrait au même endroit</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/plot.py"></location>
            <location filename="../../curator/ui/review/evidence.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>How far is far</source>
            <translation>Échelle des distances</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/plot.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>this face {distance:.2f}</source>
            <translation>ce visage {distance:.2f}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/plot.py"></location>
            <source>a portrait of {name}, {distance:.2f} from their others</source>
            <translation>un portrait de {name}, à {distance:.2f} de ses autres portraits</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/compare/plot.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>{n} own portraits</source>
            <extracomment>One: {n} own portrait</extracomment>
            <translation>
                <numerusform>{n} portrait propre</numerusform>
                <numerusform>{n} portraits propres</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/compare/plot.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>nearest others</source>
            <extracomment>One: nearest other</extracomment>
            <translation>
                <numerusform>autre le plus proche</numerusform>
                <numerusform>autres les plus proches</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/stage.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Previous portrait</source>
            <translation>Portrait précédent</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/stage.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Next portrait</source>
            <translation>Portrait suivant</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/stage.py"></location>
            <source>Comparison</source>
            <translation>Comparaison</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Hidden: marked as unsafe</source>
            <translation>Masqué : marqué comme inapproprié</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <location filename="../../curator/ui/review/face_pane.py"></location>
            <location filename="../../curator/ui/veil.py"></location>
            <source>Hidden</source>
            <translation>Masqué</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Not analysed yet</source>
            <translation>Pas encore analysé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <source>Nobody knows where its face is</source>
            <translation>L’emplacement de son visage n’est pas connu</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Loading …</source>
            <translation>Chargement …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>The preview is missing</source>
            <translation>L’aperçu manque</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <source>{face} and {portrait}</source>
            <translation>{face} et {portrait}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <source>Comparison with a reference portrait</source>
            <translation>Comparaison avec un portrait de référence</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>match</source>
            <translation>correspondance</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Nothing to compare</source>
            <translation>Rien à comparer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Choose a submission to see its face beside a reference portrait.</source>
            <translation>Choisissez un envoi pour voir son visage à côté d’un portrait de référence.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>This picture cannot be read</source>
            <translation>Cette image ne peut pas être lue</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Curator is looking for faces in this picture. It will appear here.</source>
            <translation>Curator cherche des visages dans cette image. Elle apparaîtra ici.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>No face to compare</source>
            <translation>Aucun visage à comparer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Curator found no face in this picture. If there is one, go back and draw a box around it.</source>
            <translation>Curator n’a trouvé aucun visage dans cette image. S’il y en a un, revenez en arrière et tracez un cadre autour.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>{name} has no reference portraits that can be used. Add some on the page Politicians.</source>
            <translation>{name} n’a pas de portrait de référence utilisable. Ajoutez-en sur la page « Politiques ».</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>this face</source>
            <translation>ce visage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>face {place} of {count}</source>
            <translation>visage {place} sur {count}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>{size} px</source>
            <translation>{size} px</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>eyes guessed</source>
            <translation>yeux estimés</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>portrait {place} of {count}</source>
            <translation>portrait {place} sur {count}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>{distance:.2f} from this face</source>
            <translation>à {distance:.2f} de ce visage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>This face has not been compared with {name}.</source>
            <translation>Ce visage n’a pas été comparé avec {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>This face is {distance:.2f} from {name}: {word}.</source>
            <translation>Ce visage est à {distance:.2f} de {name} : {word}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Nobody of the index is claimed; the nearest is {name} at {distance:.2f}: {word}.</source>
            <translation>Personne de l’index n’est indiqué ; le plus proche est {name}, à {distance:.2f} : {word}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Their own portraits lie {near:.2f} to {far:.2f} from each other.</source>
            <translation>Ses propres portraits sont distants entre eux de {near:.2f} à {far:.2f}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Their own portraits lie {near:.2f} from each other.</source>
            <translation>Ses propres portraits sont distants entre eux de {near:.2f}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>With one portrait it cannot be told how far their own portraits differ.</source>
            <translation>Avec un seul portrait, on ne peut pas dire à quel point ses propres portraits diffèrent.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>The nearest other person is {name} at {distance:.2f}.</source>
            <translation>L’autre personne la plus proche est {name}, à {distance:.2f}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Nearest others: {names}</source>
            <extracomment>One: Nearest other: {names}</extracomment>
            <translation>
                <numerusform>Autre personne la plus proche : {names}</numerusform>
                <numerusform>Autres personnes les plus proches : {names}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Not in the index</source>
            <translation>Pas dans l’index</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>{name} is not in the index, and nobody in it is near. Add them on the page Politicians, or correct the claim.</source>
            <translation>{name} n’est pas dans l’index, et personne n’y est proche. Ajoutez cette personne sur la page « Politiques », ou corrigez la personne indiquée.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Nobody to compare with</source>
            <translation>Aucune personne à comparer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Nothing is claimed, and this face was not compared with anybody. Say whom it shows, or add politicians with reference portraits.</source>
            <translation>Personne n’est indiqué, et ce visage n’a été comparé avec personne. Indiquez qui est montré, ou ajoutez des personnalités politiques avec des portraits de référence.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Near-duplicates</source>
            <translation>Quasi-doublons</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>No near-duplicates</source>
            <translation>Aucun quasi-doublon</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>No other submission looks like this one.</source>
            <translation>Aucun autre envoi ne ressemble à celui-ci.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>{n} pictures that look alike</source>
            <extracomment>One: {n} picture</extracomment>
            <translation>
                <numerusform>{n} image</numerusform>
                <numerusform>{n} images qui se ressemblent</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>Choose the one to keep. The other undecided ones are rejected as duplicates, in one step.</source>
            <translation>Choisissez celle à garder. Les autres qui restent à décider sont rejetées comme doublons, en une seule étape.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>Choose the one to keep. {n} look alike but show other faces: they are left as they are.</source>
            <extracomment>One: Choose the one to keep. {n} looks alike but shows another face: it is left as it is.</extracomment>
            <translation>
                <numerusform>Choisissez celle à garder. {n} se ressemble mais montre un autre visage : elle reste telle quelle.</numerusform>
                <numerusform>Choisissez celle à garder. {n} se ressemblent mais montrent d’autres visages : elles restent telles quelles.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>Keep this, reject {n} as duplicates</source>
            <extracomment>One: Keep this, reject {n} as duplicate</extracomment>
            <translation>
                <numerusform>Garder celle-ci, rejeter {n} comme doublon</numerusform>
                <numerusform>Garder celle-ci, rejeter {n} comme doublons</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>Nothing left to reject</source>
            <translation>Plus rien à rejeter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>{width} × {height} · received {day}</source>
            <translation>{width} × {height} · reçu le {day}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>{name} · {verdict}</source>
            <translation>{name} · {verdict}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>on the desk</source>
            <translation>sur la table</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>another face, {bits} of 256 points differ</source>
            <translation>autre visage, points différents : {bits} sur 256</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>mirrored, {bits} of 256 points differ</source>
            <translation>en miroir, points différents : {bits} sur 256</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>{bits} of 256 points differ</source>
            <translation>points différents : {bits} sur 256</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>Hold {key} to look.</source>
            <translation>Maintenez {key} pour regarder.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>No face is selected.</source>
            <translation>Aucun visage n’est sélectionné.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>There is nothing on the desk to compare.</source>
            <translation>Il n’y a rien à comparer sur la table.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>Curator is looking for faces …</source>
            <translation>Curator cherche des visages …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>Opening the picture …</source>
            <translation>Ouverture de l’image …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>The preview of this picture is missing.</source>
            <translation>L’aperçu de cette image manque.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/evidence.py"></location>
            <source>Evidence</source>
            <translation>Éléments</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/evidence.py"></location>
            <source>Choose a submission to see whom it shows, and what speaks for and against it.</source>
            <translation>Choisissez un envoi pour voir qui il montre, et ce qui parle pour ou contre.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>File</source>
            <translation>Fichier</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Where it came from</source>
            <translation>Origine</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>submission {number}</source>
            <translation>envoi {number}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>The same picture, sent in again</source>
            <translation>La même image, envoyée de nouveau</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>and {n} more</source>
            <extracomment>One: and {n} more</extracomment>
            <translation>
                <numerusform>et {n} autre</numerusform>
                <numerusform>et {n} autres</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Sent by</source>
            <translation>Envoyé par</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>nobody is named</source>
            <translation>aucun nom donné</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>not known</source>
            <translation>inconnue</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Size</source>
            <translation>Taille</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Shown</source>
            <translation>Affichage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>{format}, {width} × {height} px</source>
            <translation>{format}, {width} × {height} px</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>{n} bytes</source>
            <extracomment>One: {n} byte</extracomment>
            <translation>
                <numerusform>{n} octet</numerusform>
                <numerusform>{n} octets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>the first of {n} frames of an animation</source>
            <extracomment>One: the only frame of an animation</extracomment>
            <translation>
                <numerusform>la seule image d’une animation</numerusform>
                <numerusform>la première des {n} images d’une animation</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>only as far as the file goes, the rest is missing</source>
            <translation>seulement jusqu’où va le fichier, le reste manque</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>turned by {degrees}° so that the face is upright</source>
            <translation>tournée de {degrees}° pour que le visage soit droit</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Kept</source>
            <translation>En ordre</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Against it</source>
            <translation>Contre</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Findings</source>
            <translation>Constats</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>The picture has not been analysed yet.</source>
            <translation>L’image n’a pas encore été analysée.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Waiting</source>
            <translation>En attente</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Reject it as unreadable, or ask the sender for another copy.</source>
            <translation>Rejetez l’envoi comme illisible, ou demandez une autre copie à l’expéditeur.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Show submission {number}</source>
            <translation>Afficher l’envoi {number}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/folded.py"></location>
            <source>Show less</source>
            <translation>Afficher moins</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/folded.py"></location>
            <source>Show all</source>
            <translation>Tout afficher</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>{width} × {height}</source>
            <translation>{width} × {height}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>with several at once</source>
            <translation>avec plusieurs à la fois</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>History</source>
            <translation>Historique</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>an earlier step</source>
            <translation>une étape antérieure</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>Took back “{what}”</source>
            <translation>Annulation de « {what} »</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>Did again “{what}”</source>
            <translation>Rétablissement de « {what} »</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>claim corrected: {before} → {after}</source>
            <translation>personne indiquée corrigée : {before} → {after}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>Copy the note</source>
            <translation>Copier la note</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>No note</source>
            <translation>Aucune note</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>What colleagues should know</source>
            <translation>Ce que les collègues doivent savoir</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/ranking.py"></location>
            <source>Nearest politicians</source>
            <translation>Personnes les plus proches</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/ranking.py"></location>
            <source>{name}, rank {rank}, {distance:.2f}, {word}</source>
            <translation>{name}, rang {rank}, {distance:.2f}, {word}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/ranking.py"></location>
            <source>{name}, the claim</source>
            <translation>{name}, personne indiquée</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/ranking.py"></location>
            <source>politician {number}</source>
            <translation>personnalité politique {number}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>No face</source>
            <translation>Aucun visage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>No picture</source>
            <translation>Aucune image</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>portrait {number} of {count}</source>
            <translation>portrait {number} sur {count}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>{size}, drawn by hand</source>
            <translation>{size}, tracé à la main</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>face {number} of {count} · {size}</source>
            <translation>visage {number} sur {count} · {size}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>this face · {size}</source>
            <translation>ce visage · {size}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>This face is at {distance:.2f}: {band}.</source>
            <translation>Ce visage est à {distance:.2f} : {band}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>The politician's own {n} portraits lie {span} from each other.</source>
            <extracomment>One: The politician's own portrait lies {span} from the others.</extracomment>
            <translation>
                <numerusform>Le portrait de la personnalité politique est distant des autres de {span}.</numerusform>
                <numerusform>Les {n} portraits de la personnalité politique sont distants entre eux de {span}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>The nearest {n} others lie {span} from this face.</source>
            <extracomment>One: The nearest other lies {span} from this face.</extracomment>
            <translation>
                <numerusform>L’autre personne la plus proche est à {span} de ce visage.</numerusform>
                <numerusform>Les {n} autres personnes les plus proches sont à {span} de ce visage.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>Up to {match:.2f} is a match, up to {closer:.2f} look closer, beyond is no match.</source>
            <translation>Jusqu’à {match:.2f}, correspondance ; jusqu’à {closer:.2f}, à regarder de près ; au-delà, pas de correspondance.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>{near} to {far}</source>
            <translation>{near} à {far}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>approve {what}</source>
            <translation>approuver {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>reject {what}</source>
            <translation>rejeter {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>skip {what}</source>
            <translation>passer {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>withdraw {what}</source>
            <translation>retirer {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>open {what} again</source>
            <translation>rouvrir {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>claim of {what}</source>
            <translation>personne indiquée pour {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>faces of {what}</source>
            <translation>visages pour {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>kind of {what}</source>
            <translation>type pour {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>note on {what}</source>
            <translation>note sur {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>ask about {what}</source>
            <translation>demande sur {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Decided</source>
            <translation>Décidé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Undo: {step}</source>
            <translation>Annuler : {step}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Do again: {step}</source>
            <translation>Rétablir : {step}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Nothing loaded yet</source>
            <translation>Rien de chargé pour l’instant</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>All {n:,} decided</source>
            <translation>Tout est décidé ({n:,})</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>{decided:,} of {total:,} decided, {aside:,} set aside</source>
            <translation>{decided:,} sur {total:,} décidés, {aside:,} mis de côté</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>{decided:,} of {total:,} decided</source>
            <translation>{decided:,} sur {total:,} décidés</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>{n:,} submissions</source>
            <extracomment>One: {n:,} submission</extracomment>
            <translation>
                <numerusform>{n:,} envoi</numerusform>
                <numerusform>{n:,} envois</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>{verdict} by {curator}, {day}</source>
            <translation>{verdict} par {curator}, le {day}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>{verdict} by {curator}, {day}: {reason}</source>
            <translation>{verdict} par {curator}, le {day} : {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>paused, {n:,} to analyse</source>
            <translation>en pause, {n:,} à analyser</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>paused</source>
            <translation>en pause</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>analysing {n:,} more</source>
            <translation>analyse, encore {n:,}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>loading</source>
            <translation>chargement</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>loading {done:,} of {total:,}</source>
            <translation>chargement : {done:,} sur {total:,}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>A picture that cannot be opened cannot be approved.</source>
            <translation>Une image qui ne peut pas être ouverte ne peut pas être approuvée.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <location filename="../../curator/ui/review_page.py"></location>
            <source>Wait until the picture has been analysed.</source>
            <translation>Attendez que l’image ait été analysée.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review_page.py"></location>
            <source>There is nothing on the desk to decide about.</source>
            <translation>Il n’y a rien à décider sur la table.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review_page.py"></location>
            <source>It is a portrait now.</source>
            <translation>C’est maintenant un portrait.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review_page.py"></location>
            <source>It is a deepfake now.</source>
            <translation>C’est maintenant un deepfake.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review_page.py"></location>
            <source>The face was added. It is compared in the background.</source>
            <translation>Le visage a été ajouté. Il est comparé en arrière-plan.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review_page.py"></location>
            <source>Marked as not a face. Undo brings it back.</source>
            <translation>Marqué comme n’étant pas un visage. Annuler le fait revenir.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review_page.py"></location>
            <source>{n} near-duplicates were rejected. Decide about the one that stays.</source>
            <extracomment>One: {n} near-duplicate was rejected. Decide about the one that stays.</extracomment>
            <translation>
                <numerusform>{n} quasi-doublon a été rejeté. Décidez de l’envoi qui reste.</numerusform>
                <numerusform>{n} quasi-doublons ont été rejetés. Décidez de l’envoi qui reste.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/session.py"></location>
            <source>A load was interrupted last time. Curator goes on with it.</source>
            <translation>Un chargement a été interrompu la dernière fois. Curator le poursuit.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session.py"></location>
            <source>The workers are busy with an export.</source>
            <translation>Les processus sont occupés par une exportation.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session.py"></location>
            <source>Change the detector when it is done.</source>
            <translation>Changez de détecteur quand elle sera terminée.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session.py"></location>
            <source>Something was decided while the export was written. Export again to include it.</source>
            <translation>Une décision a été prise pendant l’écriture de l’exportation. Exportez de nouveau pour l’inclure.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>What the program compares with before it advises. Rule set {rules}. They hold for this catalogue; each decision keeps those of its day.</source>
            <translation>Ce avec quoi le programme compare avant de conseiller. Jeu de règles {rules}. Ces valeurs s’appliquent à ce catalogue ; chaque décision garde celles de son jour.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Put in force</source>
            <translation>Appliquer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Discard the changes</source>
            <translation>Abandonner les modifications</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Restore defaults</source>
            <translation>Valeurs par défaut</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>changed, default {value}</source>
            <translation>modifié, par défaut {value}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>default {value}</source>
            <translation>par défaut {value}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Not in force yet. {n:,} undecided submissions would be assessed anew; decisions stay as they are.</source>
            <extracomment>One: Not in force yet. {n:,} undecided submission would be assessed anew; decisions stay as they are.</extracomment>
            <translation>
                <numerusform>Pas encore en vigueur. {n:,} envoi à décider serait réévalué ; les décisions restent telles quelles.</numerusform>
                <numerusform>Pas encore en vigueur. {n:,} envois à décider seraient réévalués ; les décisions restent telles quelles.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>The defaults are in force.</source>
            <translation>Les valeurs par défaut sont en vigueur.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>In force, with {n} thresholds of this catalogue's own.</source>
            <extracomment>One: In force, with {n} threshold of this catalogue's own.</extracomment>
            <translation>
                <numerusform>En vigueur, avec {n} seuil propre à ce catalogue.</numerusform>
                <numerusform>En vigueur, avec {n} seuils propres à ce catalogue.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>In force. {n:,} undecided submissions are assessed anew.</source>
            <extracomment>One: In force. {n:,} undecided submission is assessed anew.</extracomment>
            <translation>
                <numerusform>En vigueur. {n:,} envoi à décider est réévalué.</numerusform>
                <numerusform>En vigueur. {n:,} envois à décider sont réévalués.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>This computer</source>
            <translation>Cet ordinateur</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>How pictures are analysed here. What was found stays.</source>
            <translation>Comment les images sont analysées ici. Ce qui a été trouvé reste.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>One, to spare the battery</source>
            <translation>Un seul, pour économiser la batterie</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Look at all undecided pictures again …</source>
            <translation>Analyser de nouveau toutes les images à décider …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Leave them</source>
            <translation>Les laisser</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Workers</source>
            <translation>Processus</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Pictures that are analysed at the same time.</source>
            <translation>Images analysées en même temps.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>How faces are looked for</source>
            <translation>Comment les visages sont cherchés</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>It counts for pictures that are analysed from now on. Distances stay comparable.</source>
            <translation>S’applique aux images analysées à partir de maintenant. Les distances restent comparables.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>What the workers report</source>
            <translation>Ce que signalent les processus</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Detector</source>
            <translation>Détecteur</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Encodings by</source>
            <translation>Encodage par</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Network</source>
            <translation>Réseau</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Memory</source>
            <translation>Mémoire</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Up to {n:,} pictures at the same time here. It holds at once; each worker takes 150 to 300 MB.</source>
            <translation>Jusqu’à {n:,} images en même temps ici. S’applique aussitôt ; chaque processus prend 150 à 300 Mo.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>One picture at a time is all that fits here. A worker takes 150 to 300 MB.</source>
            <translation>Une seule image à la fois est possible ici. Un processus prend 150 à 300 Mo.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>at most {size} a worker</source>
            <translation>au plus {size} par processus</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>not limited on this system</source>
            <translation>sans limite sur ce système</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>no worker has started yet; one does with the next picture</source>
            <translation>aucun processus n’a encore démarré ; il démarrera avec la prochaine image</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>All is as it was asked for.</source>
            <translation>Tout est comme demandé.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>No analysed picture is undecided.</source>
            <translation>Aucune image analysée n’est à décider.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>{n:,} undecided pictures would wait for a new analysis. Faces are found anew; what was drawn by hand stays.</source>
            <extracomment>One: {n:,} undecided picture would wait for a new analysis. Faces are found anew; what was drawn by hand stays.</extracomment>
            <translation>
                <numerusform>{n:,} image à décider attendrait une nouvelle analyse. Les visages sont cherchés de nouveau ; ce qui a été tracé à la main reste.</numerusform>
                <numerusform>{n:,} images à décider attendraient une nouvelle analyse. Les visages sont cherchés de nouveau ; ce qui a été tracé à la main reste.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Look at {n:,} pictures again</source>
            <extracomment>One: Look at {n:,} picture again</extracomment>
            <translation>
                <numerusform>Analyser de nouveau {n:,} image</numerusform>
                <numerusform>Analyser de nouveau {n:,} images</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>{n:,} pictures wait in line to be looked at.</source>
            <extracomment>One: {n:,} picture waits in line to be looked at.</extracomment>
            <translation>
                <numerusform>{n:,} image attend d’être analysée.</numerusform>
                <numerusform>{n:,} images attendent d’être analysées.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>It could not be done.</source>
            <translation>Cela n’a pas pu être fait.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>One folder holds all: the database, the pictures, and backups.</source>
            <translation>Un seul dossier contient tout : la base de données, les images et les sauvegardes.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Id</source>
            <translation>Identifiant</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>On the disk</source>
            <translation>Sur le disque</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Back up now</source>
            <translation>Sauvegarder</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Check this catalogue</source>
            <translation>Vérifier ce catalogue</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Progress of the check</source>
            <translation>Avancement de la vérification</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>being counted …</source>
            <translation>calcul en cours …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>A copy of the database with all names and decisions, without pictures. What is erased later stays in it: delete old backups.</source>
            <translation>Une copie de la base de données avec tous les noms et décisions, sans les images. Ce qui est effacé plus tard y reste : supprimez les anciennes sauvegardes.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Reads the database, the decision log and every original again. Work goes on meanwhile.</source>
            <translation>Relit la base de données, le journal des décisions et chaque original. Le travail continue pendant ce temps.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>{total:,}, of which {undecided:,} undecided</source>
            <translation>{total:,}, dont {undecided:,} à décider</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Copying the database …</source>
            <translation>Copie de la base de données …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Saved as {file}.</source>
            <translation>Enregistré sous {file}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Reading the database and the decisions …</source>
            <translation>Lecture de la base de données et des décisions …</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Reading {done:,} of {n:,} pictures</source>
            <extracomment>One: Reading {done:,} of {n:,} picture</extracomment>
            <translation>
                <numerusform>Lecture de {done:,} image sur {n:,}</numerusform>
                <numerusform>Lecture de {done:,} images sur {n:,}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Press a key</source>
            <translation>Appuyez sur une touche</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Esc keeps it as it was, Backspace takes it away.</source>
            <translation>Esc ne change rien, Backspace supprime le raccourci.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Change</source>
            <translation>Modifier</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Change the key of “{command}”</source>
            <translation>Modifier le raccourci de « {command} »</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Restore the usual keys of “{command}”</source>
            <translation>Rétablir les raccourcis habituels de « {command} »</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Use it here</source>
            <translation>Utiliser ici</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Keep as it was</source>
            <translation>Ne rien changer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>no key</source>
            <translation>sans touche</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Every command can be called by a key that lies well for you.</source>
            <translation>Chaque commande peut être appelée par la touche qui vous convient.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Search commands and keys</source>
            <translation>Rechercher commandes et raccourcis</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>No command has these words or this key.</source>
            <translation>Aucune commande n’a ces mots ou ce raccourci.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Restore all usual keys</source>
            <translation>Rétablir tous les raccourcis habituels</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Restore them</source>
            <translation>Les rétablir</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Keep mine</source>
            <translation>Garder les miens</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>{n} commands would get their usual keys back.</source>
            <extracomment>One: {n} command would get its usual keys back.</extracomment>
            <translation>
                <numerusform>{n} commande retrouverait ses raccourcis habituels.</numerusform>
                <numerusform>{n} commandes retrouveraient leurs raccourcis habituels.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>All keys are the usual ones again.</source>
            <translation>Tous les raccourcis sont de nouveau les raccourcis habituels.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <location filename="../../curator/ui/theme.py"></location>
            <source>As the system</source>
            <translation>Comme le système</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>You</source>
            <translation>Vous</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Kept on this computer, for your account.</source>
            <translation>Conservé sur cet ordinateur, pour votre compte.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>It signs your decisions.</source>
            <translation>Il signe vos décisions.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>It signs your decisions, and stays in the log of the catalogue.</source>
            <translation>Il signe vos décisions et reste dans le journal du catalogue.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Another language is spoken from the next start on.</source>
            <translation>Une autre langue s’applique au prochain démarrage.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>usual</source>
            <translation>habituelle</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Text size</source>
            <translation>Taille du texte</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>after {n} minutes</source>
            <extracomment>One: after {n} minute</extracomment>
            <translation>
                <numerusform>après {n} minute</numerusform>
                <numerusform>après {n} minutes</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>never</source>
            <translation>jamais</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Suggest a break</source>
            <translation>Proposer une pause</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Hold {key} to see one as it is. Each curator has a choice of their own.</source>
            <translation>Maintenez {key} pour voir une image telle quelle. Chaque curateur a son propre choix.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Each curator has a choice of their own.</source>
            <translation>Chaque curateur a son propre choix.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Distance of a face to a politician</source>
            <translation>Distance d’un visage à une personnalité politique</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Size of a face</source>
            <translation>Taille d’un visage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Two pictures that look the same</source>
            <translation>Deux images qui se ressemblent</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>“Strong” up to</source>
            <translation>« Forte » jusqu’à</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A third of true faces lie below. Of 882 strangers none came so near to anybody.</source>
            <translation>Un tiers des vrais visages est en dessous. Sur 882 inconnus, aucun n’a été aussi proche de quelqu’un.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Names a face by itself. 95 of 100 true faces lie below; 0 to 2 of 100 strangers are named wrongly among 50 politicians.</source>
            <translation>Nomme un visage à lui seul. 95 vrais visages sur 100 sont en dessous ; 0 à 2 inconnus sur 100 sont nommés à tort parmi 50 personnalités politiques.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Confirms a claim when nobody is nearer. 99 of 100 true faces lie below; of 882 strangers 1 when claimed at random, 1 of 9 when claimed as whom they resemble most.</source>
            <translation>Parle pour la personne indiquée quand personne n’est plus proche. 99 vrais visages sur 100 sont en dessous ; sur 882 inconnus, 1 si la personne est indiquée au hasard, 1 sur 9 si c’est celle à qui ils ressemblent le plus.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Up to here a politician is offered for a face without a claim. Of true faces 99 of 100 lie below, of strangers fewer than 1 of 100.</source>
            <translation>Jusqu’ici, une personnalité politique est proposée pour un visage sans personne indiquée. 99 vrais visages sur 100 sont en dessous, et moins de 1 inconnu sur 100.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Beyond it a claim is advised against. With one reference portrait true faces reached just below it; of strangers claimed at random 1 to 4 of 100 lie within.</source>
            <translation>Au-delà, le conseil va contre la personne indiquée. Avec un seul portrait de référence, de vrais visages sont allés jusque juste en dessous ; parmi des inconnus indiqués au hasard, 1 à 4 sur 100 sont dans la plage.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Two politicians are too close to tell apart below</source>
            <translation>Deux personnalités politiques sont trop proches pour les distinguer en dessous de</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>If the distances of the nearest two differ by less than this, the face could be either, and a person has to look. It doubts 1 of 100 true faces, and a third of the look-alikes that would pass otherwise.</source>
            <translation>Si les distances des deux plus proches diffèrent de moins que cette valeur, le visage peut être celui de l’une ou de l’autre, et une personne doit regarder. Cela met en doute 1 vrai visage sur 100, et un tiers des personnes ressemblantes qui passeraient sinon.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A face is small below</source>
            <translation>Un visage est petit en dessous de</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A face shrunk to 60 pixels lies 0.13 from its own full copy, one of 100 pixels 0.06.</source>
            <translation>Un visage réduit à 60 pixels est à 0.13 de sa propre copie entière, un visage de 100 pixels à 0.06.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>px</source>
            <translation>px</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A face is not compared below</source>
            <translation>Un visage n’est pas comparé en dessous de</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A face shrunk to 40 pixels lies 0.22 from its own full copy, one of 30 pixels 0.30.</source>
            <translation>Un visage réduit à 40 pixels est à 0.22 de sa propre copie entière, un visage de 30 pixels à 0.30.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A bystander is smaller than this share of the main face</source>
            <translation>Un passant est plus petit que cette part du visage principal</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A further face that is smaller, and too small to be compared, is looked at and not advised against. No measurement: a face on a poster should not cost a picture its place.</source>
            <translation>Un autre visage plus petit, et trop petit pour être comparé, est à regarder sans que le conseil soit contraire. Aucune mesure : un visage sur une affiche ne doit pas coûter sa place à une image.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>The same picture up to</source>
            <translation>La même image jusqu’à</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Copies at a third of the size, strongly compressed or mirrored differ in 10 of 256 points at most (66 pictures).</source>
            <translation>Des copies au tiers de la taille, fortement compressées ou en miroir diffèrent en 10 points sur 256 au plus (66 images).</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>points</source>
            <translation>points</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Perhaps the same picture up to</source>
            <translation>Peut-être la même image jusqu’à</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Most crops by 3 % lie below; of 62,621 pairs of different people's portraits none does. A larger number counts for pictures that are looked at from then on.</source>
            <translation>La plupart des recadrages de 3 % sont en dessous ; sur 62 621 paires de portraits de personnes différentes, aucune ne l’est. Un nombre plus grand vaut pour les images analysées à partir de ce moment.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>YuNet, then further means</source>
            <translation>YuNet, puis d’autres moyens</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Finds small, turned, blurred and half hidden faces, too, and tries face_recognition's own way where it finds none. About 0.2 seconds a picture.</source>
            <translation>Trouve aussi les visages petits, tournés, flous ou à moitié cachés, et essaie la méthode de face_recognition quand il n’en trouve pas. Environ 0,2 seconde par image.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>HOG, as face_recognition does</source>
            <translation>HOG, comme face_recognition</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Upright faces from the front. It missed 7 of 19 faces in the campaign's own deepfakes. About 0.4 seconds a picture.</source>
            <translation>Visages droits et de face. Il a manqué 7 visages sur 19 dans les deepfakes de la campagne. Environ 0,4 seconde par image.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>CNN of face_recognition</source>
            <translation>CNN de face_recognition</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Slow: about 10 seconds a picture, and 1 to 1.5 GB of memory for each worker.</source>
            <translation>Lent : environ 10 secondes par image, et 1 à 1,5 Go de mémoire par processus.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>onnxruntime, with the network of face_recognition</source>
            <translation>onnxruntime, avec le réseau de face_recognition</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>face_recognition itself (dlib): the same numbers, more slowly</source>
            <translation>face_recognition lui-même (dlib) : les mêmes nombres, plus lentement</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>{database} database, {media} pictures with their previews</source>
            <translation>base de données : {database}, images et aperçus : {media}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>{database} database, {media} pictures with their previews, {backups} backups</source>
            <translation>base de données : {database}, images et aperçus : {media}, sauvegardes : {backups}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>{n:,} pictures</source>
            <extracomment>One: {n:,} picture</extracomment>
            <translation>
                <numerusform>{n:,} image</numerusform>
                <numerusform>{n:,} images</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>The check was cancelled. Nothing was wrong up to then, with {pictures} read.</source>
            <translation>La vérification a été interrompue. Rien d’anormal dans ce qui a été lu jusque-là ({pictures}).</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>All is in order: the database, the decision log and {pictures}.</source>
            <translation>Tout est en ordre : la base de données, le journal des décisions et {pictures}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>{n:,} complaints. Keep a copy of the folder before you change anything.</source>
            <extracomment>One: {n:,} complaint. Keep a copy of the folder before you change anything.</extracomment>
            <translation>
                <numerusform>{n:,} anomalie. Gardez une copie du dossier avant toute modification.</numerusform>
                <numerusform>{n:,} anomalies. Gardez une copie du dossier avant toute modification.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>The check was cancelled.</source>
            <translation>La vérification a été interrompue.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>And {n:,} more; “curator verify” lists all.</source>
            <extracomment>One: And {n:,} more; “curator verify” lists all.</extracomment>
            <translation>
                <numerusform>Et {n:,} autre ; « curator verify » les liste toutes.</numerusform>
                <numerusform>Et {n:,} autres ; « curator verify » les liste toutes.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Go on with {name}</source>
            <translation>Continuer avec {name}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Begin in an empty folder of this computer.</source>
            <translation>Commencer dans un dossier vide de cet ordinateur.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Go on where you or a colleague stopped.</source>
            <translation>Reprendre là où vous ou un collègue vous êtes arrêté.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Look at the sample</source>
            <translation>Voir l’exemple</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Try everything with invented people and drawn faces.</source>
            <translation>Tout essayer avec des personnes inventées et des visages dessinés.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Look through the pictures that people sent in, decide about each, and hand on what is good.</source>
            <translation>Parcourez les images que des personnes ont envoyées, décidez de chacune et transmettez ce qui est bon.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Your name (it signs your decisions)</source>
            <translation>Votre nom (il signe vos décisions)</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Everything stays on this computer: no picture, name or face is sent anywhere.</source>
            <translation>Tout reste sur cet ordinateur : aucune image, aucun nom, aucun visage n’est envoyé où que ce soit.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/theme.py"></location>
            <source>Light</source>
            <translation>Clair</translation>
        </message>
        <message>
            <location filename="../../curator/ui/theme.py"></location>
            <source>Dark</source>
            <translation>Sombre</translation>
        </message>
        <message>
            <location filename="../../curator/ui/veil.py"></location>
            <source>Not at all</source>
            <translation>Sans voile</translation>
        </message>
        <message>
            <location filename="../../curator/ui/veil.py"></location>
            <source>Without colour</source>
            <translation>Sans couleurs</translation>
        </message>
        <message>
            <location filename="../../curator/ui/veil.py"></location>
            <source>Blurred and without colour</source>
            <translation>Floues et sans couleurs</translation>
        </message>
        <message>
            <location filename="../../curator/ui/widgets/fields.py"></location>
            <source>Empty the field</source>
            <translation>Vider le champ</translation>
        </message>
    </context>
</TS>
