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
            <location filename="../../curator/app.py"></location>
            <source>The backup was restored. What was there before is kept as {file}; restore that to take it back.</source>
            <translation>La sauvegarde a été restaurée. L’état précédent est conservé dans {file} ; restaurez ce fichier pour y revenir.</translation>
        </message>
        <message>
            <location filename="../../curator/app.py"></location>
            <source>It can be restored from a backup. First you see what that holds.</source>
            <translation>Il peut être restauré depuis une sauvegarde. Vous verrez d’abord ce qu’elle contient.</translation>
        </message>
        <message>
            <location filename="../../curator/app.py"></location>
            <source>Restore the newest backup …</source>
            <translation>Restaurer la dernière sauvegarde …</translation>
        </message>
        <message>
            <location filename="../../curator/app.py"></location>
            <source>The backup was restored.</source>
            <translation>La sauvegarde a été restaurée.</translation>
        </message>
        <message>
            <location filename="../../curator/app.py"></location>
            <source>The backup was restored. The damaged file is kept as {file}.</source>
            <translation>La sauvegarde a été restaurée. Le fichier endommagé est conservé sous le nom {file}.</translation>
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
            <location filename="../../curator/engine/export/staging.py"></location>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Choose another folder.</source>
            <translation>Choisissez un autre dossier.</translation>
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
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>A reference portrait came from submission {number}, which is no such approved portrait.</source>
            <translation>Un portrait de référence vient de l’envoi {number}, qui n’est pas un portrait approuvé correspondant.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>What another copy decided about submission {number} was changed from outside.</source>
            <translation>Ce qu’une autre copie a décidé sur l’envoi {number} a été modifié de l’extérieur.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The catalogue in {folder} is from an older Curator.</source>
            <translation>Le catalogue de {folder} vient d’une version plus ancienne de Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <source>Open it once in the window, which brings it up to date.</source>
            <translation>Ouvrez-le une fois dans la fenêtre, qui le mettra à jour.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The file {file} is gone although there are pictures beside it.</source>
            <translation>Le fichier {file} a disparu alors que des images se trouvent à côté.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Put a copy in its place, for example from the folder “backups” beside it.</source>
            <translation>Remplacez-le par une copie, par exemple du dossier « backups » voisin.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The file {file} is empty although there are pictures beside it.</source>
            <translation>Le fichier {file} est vide alors que des images se trouvent à côté.</translation>
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
            <source>Parts of the catalogue in {file} are gone.</source>
            <translation>Des parties du catalogue dans {file} ont disparu.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>Restore a backup. Nothing was changed.</source>
            <translation>Restaurez une sauvegarde. Rien n’a été modifié.</translation>
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
            <location filename="../../curator/engine/catalogue/copy_contents.py"></location>
            <location filename="../../curator/engine/catalogue/copying.py"></location>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The database is damaged: {what}.</source>
            <translation>La base de données est endommagée : {what}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copy_contents.py"></location>
            <location filename="../../curator/engine/catalogue/erased_copies.py"></location>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{file} is no copy of a catalogue.</source>
            <translation>{file} n’est pas une copie d’un catalogue.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copy_contents.py"></location>
            <location filename="../../curator/engine/catalogue/erased_copies.py"></location>
            <source>Choose another backup.</source>
            <translation>Choisissez une autre sauvegarde.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copy_contents.py"></location>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <source>{file} was written by a newer Curator.</source>
            <translation>{file} a été écrit par une version plus récente de Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copy_contents.py"></location>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <source>Install the newest Curator to use it. Nothing was changed.</source>
            <translation>Installez la dernière version de Curator pour l’utiliser. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copying.py"></location>
            <source>No backup was made of it; older ones are kept. Check the catalogue.</source>
            <translation>Aucune sauvegarde n’en a été faite ; les plus anciennes sont conservées. Vérifiez le catalogue.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copying.py"></location>
            <source>Another program is reading the catalogue {place}.</source>
            <translation>Un autre programme lit le catalogue {place}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copying.py"></location>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Close it, then try again. Nothing was changed.</source>
            <translation>Fermez-le, puis réessayez. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/database.py"></location>
            <source>The catalogue {path} is no longer where it was.</source>
            <translation>Le catalogue {path} n’est plus là où il était.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/database.py"></location>
            <source>Connect its disk again or put the folder back. Nothing more is saved until then.</source>
            <translation>Reconnectez son disque ou remettez le dossier en place. D’ici là, plus rien n’est enregistré.</translation>
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
            <location filename="../../curator/engine/reports/placing.py"></location>
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
            <location filename="../../curator/engine/reports/placing.py"></location>
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
            <source>A name in it has letters that cannot be kept.</source>
            <translation>Un nom y contient des caractères qui ne peuvent pas être conservés.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Rename the file or the folder, or choose another one. Nothing was changed.</source>
            <translation>Renommer le fichier ou le dossier, ou en choisir un autre. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{place} cannot be used: {reason}.</source>
            <translation>{place} ne peut pas être utilisé : {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Check the name and the disk, or choose another folder.</source>
            <translation>Vérifiez le nom et le disque, ou choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/interrupting.py"></location>
            <location filename="../../curator/engine/privacy/erasing.py"></location>
            <source>Curator was closed meanwhile.</source>
            <translation>Curator a été fermé entre-temps.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/locking.py"></location>
            <source>The catalogue in {folder} is already open in another Curator.</source>
            <translation>Le catalogue de {folder} est déjà ouvert dans un autre Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/locking.py"></location>
            <source>Go on in that window, or close it first.</source>
            <translation>Continuez dans cette autre fenêtre, ou fermez-la d’abord.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>index</source>
            <translation>index</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>trigger</source>
            <translation>déclencheur</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>view</source>
            <translation>vue</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>table</source>
            <translation>table</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>A row of the table {table} refers to a missing row of {other}.</source>
            <translation>Une ligne de la table {table} renvoie à une ligne absente de {other}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The {kind} {name} is not one of Curator's.</source>
            <translation>Étranger à Curator : {kind} {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The {kind} {name} is not as Curator makes it.</source>
            <translation>Forme différente de celle prévue par Curator : {kind} {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The {kind} {name} is missing.</source>
            <translation>Il manque dans la base de données : {kind} {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>Made anew as Curator makes it: {names}.</source>
            <translation>Remis dans la forme prévue par Curator : {names}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>Made all indexes of the database anew.</source>
            <translation>Tous les index de la base de données ont été recréés.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>Took the verdicts of submissions from the decision log again.</source>
            <translation>Les verdicts des envois ont été repris du journal des décisions.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>Counted anew: the numbers beside the filters, and what undo takes back.</source>
            <translation>Recalculés : les nombres à côté des filtres et ce que l’annulation reprend.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>Made the words anew that searching finds.</source>
            <translation>Les mots utilisés par la recherche ont été recréés.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The table {name} is not as Curator makes it.</source>
            <translation>La table {name} n’a pas la forme prévue par Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The protection of the decision log is missing: {names}.</source>
            <translation>La protection du journal des décisions manque : {names}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The trigger {name} is not one of Curator's.</source>
            <translation>Le déclencheur {name} ne vient pas de Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>An index of the database is damaged: {what}.</source>
            <translation>Un index de la base de données est endommagé : {what}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>What undo would take back differs from the decision log, first at step {step}.</source>
            <translation>Ce que l’annulation reprendrait diffère du journal des décisions, d’abord à l’étape {step}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The numbers beside the filters differ from the submissions.</source>
            <translation>Les nombres à côté des filtres ne correspondent pas aux envois.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The verdict of {n} submissions differs from the decision log.</source>
            <extracomment>One: The verdict of {n} submission differs from the decision log.</extracomment>
            <translation>
                <numerusform>Le verdict de {n} envoi diffère du journal des décisions.</numerusform>
                <numerusform>Le verdict de {n} envois diffère du journal des décisions.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The words that searching finds differ from what they were taken from.</source>
            <translation>Les mots utilisés par la recherche diffèrent des textes dont ils sont tirés.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <location filename="../../curator/engine/receiving.py"></location>
            <source>It was cancelled.</source>
            <translation>Cela a été interrompu.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <source>{name} is not made as Curator makes it. {what}</source>
            <translation>{name} n’a pas la forme prévue par Curator. {what}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>Choose another copy. Nothing was changed.</source>
            <translation>Choisissez une autre copie. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <source>{name} is from an older Curator.</source>
            <translation>{name} vient d’une version plus ancienne de Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{name} is damaged, or no copy of a catalogue.</source>
            <translation>{name} est endommagé ou n’est pas une copie d’un catalogue.</translation>
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
            <location filename="../../curator/engine/crops.py"></location>
            <location filename="../../curator/engine/workers/jobs.py"></location>
            <source>The work was cancelled.</source>
            <translation>Le travail a été interrompu.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>{name} was not approved, so it cannot be withdrawn.</source>
            <translation>L’envoi {name} n’a pas été approuvé ; il ne peut donc pas être retiré.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Nothing was decided about {name}, so there is nothing to undo.</source>
            <translation>Rien n’a été décidé sur l’envoi {name} ; il n’y a donc rien à annuler.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>A rejection needs a reason.</source>
            <translation>Un rejet demande un motif.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Choose one, for example “no face”.</source>
            <translation>Choisissez-en un, par exemple « aucun visage ».</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>That is a reason to withdraw what was approved, and no reason to reject.</source>
            <translation>C’est un motif pour retirer ce qui a été approuvé, pas pour rejeter.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Choose another reason, or withdraw it.</source>
            <translation>Choisissez un autre motif, ou retirez l’envoi.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>A skipped submission has no reason.</source>
            <translation>Un envoi passé n’a pas de motif.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>A withdrawal needs a reason.</source>
            <translation>Un retrait demande un motif.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Choose one, for example “asked to be taken down”.</source>
            <translation>Choisissez-en un, par exemple « retrait demandé ».</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>A withdrawal is not a question.</source>
            <translation>Un retrait n’est pas une question.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Choose another reason.</source>
            <translation>Choisissez un autre motif.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>A submission is not approved for a reason against it.</source>
            <translation>Un envoi ne s’approuve pas avec un motif qui parle contre lui.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>A submission is not undecided for a reason against it.</source>
            <translation>Un envoi à décider n’a pas de motif qui parle contre lui.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Only an approval says how a picture was made.</source>
            <translation>Seule une approbation dit comment une image a été faite.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>{name} is a portrait, and a portrait is never labelled as made up.</source>
            <translation>L’envoi {name} est un portrait, et un portrait ne porte jamais de mention de trucage.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Approve it as it is, or correct its kind first.</source>
            <translation>Approuvez-le tel quel, ou corrigez d’abord son type.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>{name} cannot be approved: it could not be read.</source>
            <translation>L’envoi {name} ne peut pas être approuvé : il n’a pas pu être lu.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Reject it, or ask the sender for another copy.</source>
            <translation>Rejetez-le, ou demandez une autre copie à l’expéditeur.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>number {number}, erased since</source>
            <translation>numéro {number}, effacé depuis</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>{name} could not be read, so no face can be drawn in it.</source>
            <translation>L’envoi {name} n’a pas pu être lu ; aucun visage ne peut donc y être tracé.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>{name} has not been looked at yet.</source>
            <translation>L’envoi {name} n’a pas encore été analysé.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>Draw the face when its analysis is done.</source>
            <translation>Tracez le visage quand l’analyse sera terminée.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>The frame lies outside the picture.</source>
            <translation>Le cadre sort de l’image.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>Draw it anew.</source>
            <translation>Tracez-le de nouveau.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>A face of {size} pixels is too small: it takes {least} at least.</source>
            <translation>Un visage de {size} pixels est trop petit : il en faut au moins {least}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>There is a face in this place already.</source>
            <translation>Il y a déjà un visage à cet endroit.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>If its frame is wrong, say first that it is not a face.</source>
            <translation>Si son cadre est faux, indiquez d’abord que ce n’est pas un visage.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>{name} is a deepfake, and a deepfake never becomes a reference portrait.</source>
            <translation>L’envoi {name} est un deepfake, et un deepfake ne devient jamais un portrait de référence.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>{name} is not approved, so it cannot become a reference portrait.</source>
            <translation>L’envoi {name} n’est pas approuvé ; il ne peut donc pas devenir un portrait de référence.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>Approve it first, if it is a real photo of the politician.</source>
            <translation>Approuvez-le d’abord, s’il s’agit d’une vraie photo de la personnalité politique.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>Try again when its analysis is done.</source>
            <translation>Réessayez quand son analyse sera terminée.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>The file of {name} says that it was made with AI.</source>
            <translation>Le fichier de l’envoi {name} déclare que l’image a été faite avec l’IA.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>Correct its kind, or reject it.</source>
            <translation>Corrigez son type, ou rejetez-le.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>{name} claims nobody of the index, so it is nobody’s reference portrait.</source>
            <translation>L’envoi {name} n’indique personne de l’index ; il ne peut donc être le portrait de référence de personne.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>Say first whom it shows.</source>
            <translation>Indiquez d’abord qui est montré.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>A reference portrait holds exactly one face; {name} has {faces}.</source>
            <translation>Un portrait de référence montre exactement un visage ; l’envoi {name} en montre {faces}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>The file of {name} is a reference portrait of {whose} already.</source>
            <translation>Le fichier de l’envoi {name} est déjà un portrait de référence de {whose}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>partly made or changed by generative AI</source>
            <translation>en partie créée ou modifiée par IA générative</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>put together, with synthetic parts</source>
            <translation>composée, avec des parties synthétiques</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>made by generative AI</source>
            <translation>créée par IA générative</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>made by an algorithm alone</source>
            <translation>créée par un algorithme seul</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>data made by a trained algorithm</source>
            <translation>données créées par un algorithme entraîné</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>taken with a digital camera</source>
            <translation>prise avec un appareil photo numérique</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>put together by a camera from several shots</source>
            <translation>composée par un appareil à partir de plusieurs prises</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>scanned from a negative</source>
            <translation>négatif numérisé</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>scanned from a slide</source>
            <translation>diapositive numérisée</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>scanned from a print</source>
            <translation>tirage numérisé</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>edited by a person</source>
            <translation>retouchée par une personne</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>edited a little by a person</source>
            <translation>un peu retouchée par une personne</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>enhanced by an algorithm</source>
            <translation>améliorée par un algorithme</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>put together from photos</source>
            <translation>composée à partir de photos</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>put together from several parts</source>
            <translation>composée de plusieurs parties</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>made with software</source>
            <translation>créée avec un logiciel</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>drawn with software</source>
            <translation>dessinée avec un logiciel</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>made by a person with software</source>
            <translation>créée par une personne avec un logiciel</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>drawn from data</source>
            <translation>tirée de données</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>a picture of a screen</source>
            <translation>une capture d’écran</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>a recording of a virtual event</source>
            <translation>l’enregistrement d’un événement virtuel</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>Origin</source>
            <translation>Origine</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>AI generator</source>
            <translation>Générateur IA</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>Stable Diffusion</source>
            <translation>Stable Diffusion</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>ComfyUI</source>
            <translation>ComfyUI</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>InvokeAI</source>
            <translation>InvokeAI</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>Midjourney</source>
            <translation>Midjourney</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>AI prompt</source>
            <translation>Prompt IA</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>AI label</source>
            <translation>Mention IA</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>Credentials</source>
            <translation>Attestation</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>Camera</source>
            <translation>Appareil</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>Taken</source>
            <translation>Prise le</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>Software</source>
            <translation>Logiciel</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>Caption</source>
            <translation>Légende</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>a position (GPS)</source>
            <translation>une position (GPS)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>an author or owner</source>
            <translation>un auteur ou propriétaire</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>a serial number</source>
            <translation>un numéro de série</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>a small preview</source>
            <translation>un petit aperçu</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>its settings are in the file</source>
            <translation>ses réglages sont dans le fichier</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>its workflow is in the file</source>
            <translation>son flux de travail est dans le fichier</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>the Chinese label for AI content</source>
            <translation>la mention chinoise de contenu IA</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>C2PA, not checked</source>
            <translation>C2PA, non vérifiée</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>C2PA, kept elsewhere, not fetched</source>
            <translation>C2PA, conservée ailleurs, non récupérée</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>C2PA by {maker}, not checked</source>
            <translation>C2PA de {maker}, non vérifiée</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/api.py"></location>
            <location filename="../../curator/engine/export/pages.py"></location>
            <location filename="../../curator/engine/export/site.py"></location>
            <location filename="../../curator/engine/export/tables.py"></location>
            <source>cannot be read again</source>
            <translation>ne peut pas être relu</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/api.py"></location>
            <source>gives another answer than the catalogue</source>
            <translation>donne une autre réponse que le catalogue</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>{name} holds no certificate in PEM form.</source>
            <translation>{name} ne contient pas de certificat au format PEM.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Choose the file that begins with "-----BEGIN CERTIFICATE-----".</source>
            <translation>Choisissez le fichier qui commence par « -----BEGIN CERTIFICATE----- ».</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The private key does not belong to the certificate.</source>
            <translation>La clé privée ne correspond pas au certificat.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Choose the key that the certificate was asked for with.</source>
            <translation>Choisissez la clé avec laquelle le certificat a été demandé.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The private key in {name} is locked with a password.</source>
            <translation>La clé privée de {name} est protégée par un mot de passe.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Unlock it first: "openssl pkey -in {name} -out unlocked.pem".</source>
            <translation>Déverrouillez-la d’abord : « openssl pkey -in {name} -out unlocked.pem ».</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>{name} holds no private key in PEM form.</source>
            <translation>{name} ne contient pas de clé privée au format PEM.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Choose the file that begins with "-----BEGIN PRIVATE KEY-----".</source>
            <translation>Choisissez le fichier qui commence par « -----BEGIN PRIVATE KEY----- ».</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The private key is too short: {bits} bits.</source>
            <translation>La clé privée est trop courte : {bits} bits.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Ask for a certificate with at least {bits} bits.</source>
            <translation>Demandez un certificat d’au moins {bits} bits.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Pictures cannot be signed with a key of this kind.</source>
            <translation>Une clé de ce type ne permet pas de signer des images.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Ask for a certificate with an elliptic curve (P-256) or RSA key.</source>
            <translation>Demandez un certificat avec une clé à courbe elliptique (P-256) ou RSA.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate contradicts itself.</source>
            <translation>Le certificat se contredit.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Ask for another one.</source>
            <translation>Demandez-en un autre.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The first certificate is that of an authority, which may not sign pictures.</source>
            <translation>Le premier certificat est celui d’une autorité, qui n’a pas le droit de signer des images.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Put the certificate that belongs to the key first in the file.</source>
            <translation>Placez en premier dans le fichier le certificat qui correspond à la clé.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate is signed by itself alone, which C2PA does not allow.</source>
            <translation>Le certificat n’est signé que par lui-même, ce que C2PA n’admet pas.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Use one that an authority signed, or let Curator make one.</source>
            <translation>Utilisez-en un qu’une autorité a signé, ou laissez Curator en créer un.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate was not issued for signing documents or e-mail.</source>
            <translation>Le certificat n’a pas été délivré pour signer des documents ou des e-mails.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Ask for one with the extended key usage "emailProtection".</source>
            <translation>Demandez-en un avec l’usage étendu de clé « emailProtection ».</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate does not allow its key to sign.</source>
            <translation>Le certificat ne permet pas à sa clé de signer.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Ask for one with the key usage "digitalSignature".</source>
            <translation>Demandez-en un avec l’usage de clé « digitalSignature ».</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate is not valid before {day}.</source>
            <translation>Le certificat n’est pas valable avant le {day}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Check this computer's date, or wait until then.</source>
            <translation>Vérifiez la date de cet ordinateur, ou attendez jusque-là.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate expired on {day}.</source>
            <translation>Le certificat a expiré le {day}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Bring a new one, or move it away and let Curator make one.</source>
            <translation>Fournissez-en un nouveau, ou déplacez-le et laissez Curator en créer un.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate is signed in an outdated way: {name}.</source>
            <translation>Le certificat est signé d’une façon dépassée : {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Ask for one that is signed with SHA-256.</source>
            <translation>Demandez-en un signé avec SHA-256.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificates in the file do not follow from each other.</source>
            <translation>Les certificats du fichier ne forment pas une chaîne.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Put the signing certificate first, then each one that vouches for it.</source>
            <translation>Placez d’abord le certificat qui signe, puis chacun de ceux qui s’en portent garants.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Pictures cannot be signed: the extra package for C2PA is not installed.</source>
            <translation>Les images ne peuvent pas être signées : le paquet complémentaire pour C2PA n’est pas installé.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Install it with: pip install "curator[c2pa]". Or export without signing.</source>
            <translation>Installez-le avec : pip install "curator[c2pa]". Ou exportez sans signature.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>There is a certificate in {folder} already.</source>
            <translation>Il y a déjà un certificat dans {folder}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>Move it away first if you want another one.</source>
            <translation>Déplacez-le d’abord si vous en voulez un autre.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>{path} cannot be read: {reason}.</source>
            <translation>{path} ne peut pas être lu : {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>Choose another file, or check that you may read it.</source>
            <translation>Choisissez un autre fichier, ou vérifiez que vous avez le droit de le lire.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>The certificate could not be written to {folder}: {reason}.</source>
            <translation>Le certificat n’a pas pu être écrit dans {folder} : {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>Check that there is space and that you may write there.</source>
            <translation>Vérifiez qu’il reste de l’espace et que vous avez le droit d’y écrire.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>The certificate in {folder} could not be deleted: {reason}.</source>
            <translation>Le certificat dans {folder} n’a pas pu être supprimé : {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>Check that you may write there.</source>
            <translation>Vérifiez que vous avez le droit d’y écrire.</translation>
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
            <source>does not say what was written</source>
            <translation>ne dit pas ce qui a été écrit</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is a link</source>
            <translation>est un lien</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is missing, or should not be there</source>
            <translation>manque, ou ne devrait pas être là</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is not what was written</source>
            <translation>n’est pas ce qui a été écrit</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>has another size than the picture without the box</source>
            <translation>n’a pas la taille de l’image sans le cadre</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>What was exported there comes from a newer state of this catalogue, or from another copy of it.</source>
            <translation>Ce qui y a été exporté provient d’un état plus récent de ce catalogue, ou d’une autre copie de celui-ci.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{n} pictures that are not there would be published, even those that were withdrawn: numbers {which}.</source>
            <extracomment>One: {n} picture that is not there would be published, even if it was withdrawn: number {which}.</extracomment>
            <translation>
                <numerusform>{n} image qui n’y est pas serait publiée, même si elle a été retirée : numéro {which}.</numerusform>
                <numerusform>{n} images qui n’y sont pas seraient publiées, même celles qui ont été retirées : numéros {which}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{n} numbers would stand for other pictures than they do there: {which}.</source>
            <extracomment>One: {n} number would stand for another picture than it does there: {which}.</extracomment>
            <translation>
                <numerusform>{n} numéro désignerait une autre image que là-bas : {which}.</numerusform>
                <numerusform>{n} numéros désigneraient d’autres images que là-bas : {which}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{n} pictures would be published in another way than they are there: numbers {which}.</source>
            <extracomment>One: {n} picture would be published in another way than it is there: number {which}.</extracomment>
            <translation>
                <numerusform>{n} image serait publiée autrement que là-bas : numéro {which}.</numerusform>
                <numerusform>{n} images seraient publiées autrement que là-bas : numéros {which}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{n} pictures would go: numbers {which}.</source>
            <extracomment>One: {n} picture would go: number {which}.</extracomment>
            <translation>
                <numerusform>{n} image disparaîtrait : numéro {which}.</numerusform>
                <numerusform>{n} images disparaîtraient : numéros {which}.</numerusform>
            </translation>
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
            <source>The files of {n} deepfakes say that more of them was made with AI than their labels will say: numbers {which}. Look at them and approve them again with other labels.</source>
            <extracomment>One: The file of {n} deepfake says that more of it was made with AI than its label will say: number {which}. Look at it and approve it again with another label.</extracomment>
            <translation>
                <numerusform>Le fichier de {n} deepfake déclare plus d’IA que ne le dira sa mention : numéro {which}. Regardez-le et approuvez-le de nouveau avec une autre mention.</numerusform>
                <numerusform>Les fichiers de {n} deepfakes déclarent plus d’IA que ne le diront leurs mentions : numéros {which}. Regardez-les et approuvez-les de nouveau avec d’autres mentions.</numerusform>
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
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{numbers} and {more} more</source>
            <translation>{numbers} et {more} de plus</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/documents.py"></location>
            <source>This disk cannot hold the file names of the site's API: they are packed in {name}. Unpack it where the site is served.</source>
            <translation>Ce disque n’admet pas les noms de fichiers de l’API du site : ces fichiers sont réunis dans {name}. Décompressez cette archive là où le site est hébergé.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/documents.py"></location>
            <source>is of an unknown kind</source>
            <translation>est d’un type inconnu</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>is not what Curator writes into a gallery</source>
            <translation>n’est pas ce que Curator écrit dans une galerie</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>is a page of a picture that is not published</source>
            <translation>est la page d’une image non publiée</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>is no text</source>
            <translation>n’est pas du texte</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>holds characters that no page may hold</source>
            <translation>contient des caractères qu’aucune page ne doit contenir</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>is no page of a gallery</source>
            <translation>n’est pas une page de galerie</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>holds markup that is not Curator's</source>
            <translation>contient un balisage étranger à Curator</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>holds markup that does not end where it should</source>
            <translation>contient un balisage qui ne se termine pas où il devrait</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>lacks the rule about what it may load</source>
            <translation>ne contient pas la règle sur ce qui peut y être chargé</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>has not exactly one main heading</source>
            <translation>n’a pas un titre principal unique</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>lacks a picture</source>
            <translation>omet une image</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>holds a script</source>
            <translation>contient un script</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>names two of its parts the same</source>
            <translation>donne le même nom à deux de ses parties</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>holds another rule about what it may load</source>
            <translation>contient une autre règle sur ce qui peut y être chargé</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>loads something before the rule about what it may load</source>
            <translation>charge quelque chose avant la règle sur ce qui peut y être chargé</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>shows a picture that is not published</source>
            <translation>montre une image non publiée</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>shows a picture without words or size</source>
            <translation>montre une image sans texte ou sans taille</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>shows a picture without saying what it is</source>
            <translation>montre une image sans dire ce qu’elle est</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>loads something from elsewhere</source>
            <translation>charge quelque chose d’ailleurs</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>leads to something that is not in the export</source>
            <translation>renvoie à quelque chose qui n’est pas dans l’exportation</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>shows a deepfake without its label</source>
            <translation>montre un deepfake sans sa mention</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>labels a picture that is no deepfake</source>
            <translation>porte une mention pour une image qui n’est pas un deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>shows two pictures as one</source>
            <translation>montre deux images comme une seule</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/pages.py"></location>
            <location filename="../../curator/engine/export/gallery/words.py"></location>
            <source>The gallery cannot be written: {place} is missing or damaged.</source>
            <translation>La galerie ne peut pas être écrite : {place} manque ou est endommagé.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/pages.py"></location>
            <location filename="../../curator/engine/export/gallery/words.py"></location>
            <source>Install Curator again, or export without the gallery.</source>
            <translation>Installez de nouveau Curator, ou exportez sans la galerie.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>not in this copy of the catalogue</source>
            <translation>absent de cette copie du catalogue</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>erased from the catalogue</source>
            <translation>effacé du catalogue</translation>
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
            <source>its file says that it was made with AI; correct its kind or reject it</source>
            <translation>le fichier déclare que l’image a été faite avec l’IA ; corrigez le type ou rejetez l’envoi</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>too small for the mark that says that it was made with AI</source>
            <translation>trop petite pour la marque indiquant qu’elle a été faite avec l’IA</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/pages.py"></location>
            <source>is the page of another picture</source>
            <translation>est la page d’une autre image</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/pages.py"></location>
            <source>holds more than text</source>
            <translation>contient autre chose que du texte</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/pages.py"></location>
            <source>does not say that it shows a deepfake</source>
            <translation>ne dit pas qu’il montre un deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/pages.py"></location>
            <source>calls a portrait a deepfake</source>
            <translation>présente un portrait comme un deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>is signed, but should not be</source>
            <translation>est signé, mais ne devrait pas l’être</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>holds more than the picture</source>
            <translation>contient autre chose que l’image</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>is signed, but is no deepfake</source>
            <translation>est signé, mais n’est pas un deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>holds a description that Curator did not write</source>
            <translation>contient une description que Curator n’a pas écrite</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>lacks the label of a deepfake</source>
            <translation>ne porte pas la mention d’un deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>is labelled, but is no deepfake</source>
            <translation>porte la mention, mais n’est pas un deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>has another label than it should</source>
            <translation>ne porte pas la mention prévue</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>lacks the signature</source>
            <translation>n’a pas de signature</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>is too wide</source>
            <translation>est trop large</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>cannot be opened again</source>
            <translation>ne peut pas être rouvert</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>is no whole JPEG file</source>
            <translation>n’est pas un fichier JPEG complet</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>does not end where the picture ends</source>
            <translation>ne se termine pas là où l’image se termine</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/portfolio.py"></location>
            <source>Not all pictures could be made.</source>
            <translation>Certaines images n’ont pas pu être produites.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/portfolio.py"></location>
            <source>Load the file again or reject the picture, then export again. Nothing was changed.</source>
            <translation>Chargez de nouveau le fichier ou rejetez l’image, puis exportez de nouveau. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/portfolio.py"></location>
            <source>The picture came back in another size than it has.</source>
            <translation>L’image est revenue dans une autre taille que la sienne.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/portfolio.py"></location>
            <source>Number {id} ({name}): {reason}</source>
            <translation>Numéro {id} ({name}) : {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/portfolio.py"></location>
            <source>Number {id}: {reason}</source>
            <translation>Numéro {id} : {reason}</translation>
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
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>What is signed with this certificate {flaw}.</source>
            <translation>Ce qui est signé avec ce certificat {flaw}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>Bring another certificate, or move it away and let Curator make one.</source>
            <translation>Fournissez un autre certificat, ou déplacez-le et laissez Curator en créer un.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>is signed, but the extra package for C2PA is not installed</source>
            <translation>est signé, mais le paquet complémentaire pour C2PA n’est pas installé</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>has a signature that cannot be read</source>
            <translation>a une signature qui ne peut pas être lue</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>has a signature that says other things than it should</source>
            <translation>a une signature qui dit autre chose que prévu</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>is signed with a certificate that has expired</source>
            <translation>est signé avec un certificat qui a expiré</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>has a signature that does not hold</source>
            <translation>a une signature qui n’est pas valable</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>The picture could not be signed: {reason}.</source>
            <translation>L’image n’a pas pu être signée : {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>Check the certificate, or export without signing.</source>
            <translation>Vérifiez le certificat, ou exportez sans signature.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/site.py"></location>
            <source>counts other pictures than are there</source>
            <translation>compte d’autres images que celles qui sont là</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/site.py"></location>
            <source>names other politicians than are in the index</source>
            <translation>cite d’autres personnalités politiques que celles de l’index</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/site.py"></location>
            <source>names other pictures than are there</source>
            <translation>cite d’autres images que celles qui sont là</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/site.py"></location>
            <source>tells other things than it should</source>
            <translation>dit autre chose que prévu</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/site.py"></location>
            <source>puts a box beside its picture</source>
            <translation>place un cadre hors de son image</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <location filename="../../curator/engine/reports/placing.py"></location>
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
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>{file} lies inside the catalogue's folder.</source>
            <translation>{file} se trouve dans le dossier du catalogue.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Another export to {target} is under way.</source>
            <translation>Une autre exportation vers {target} est en cours.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Wait until it has ended, then export again. Nothing was changed.</source>
            <translation>Attendez qu’elle soit terminée, puis exportez de nouveau. Rien n’a été modifié.</translation>
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
            <location filename="../../curator/engine/export/tables.py"></location>
            <source>names other submissions than are there</source>
            <translation>cite d’autres envois que ceux qui sont là</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/writing.py"></location>
            <source>Look at them first, then say that it is meant. Nothing was changed.</source>
            <translation>Regardez-les d’abord, puis confirmez que c’est voulu. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/writing.py"></location>
            <source>The export in {target} is another one than was looked at.</source>
            <translation>L’exportation dans {target} n’est pas celle qui a été examinée.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/writing.py"></location>
            <source>Look at what would change, then export again. Nothing was changed.</source>
            <translation>Regardez ce qui changerait, puis exportez de nouveau. Rien n’a été modifié.</translation>
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
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>The folder {folder} could not be read: {reason}.</source>
            <translation>Le dossier {folder} n’a pas pu être lu : {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is a link that leads out of its folder.</source>
            <translation>{name} est un lien qui mène hors de son dossier.</translation>
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
            <source>{name} is a PDF document, not a picture.</source>
            <translation>{name} est un document PDF, pas une image.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>Ask the sender for the picture itself.</source>
            <translation>Demandez l’image elle-même à l’expéditeur.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is an SVG drawing, not a photo.</source>
            <translation>{name} est un dessin SVG, pas une photo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>Ask the sender for a JPEG or PNG.</source>
            <translation>Demandez un JPEG ou un PNG à l’expéditeur.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is a web page, not a picture.</source>
            <translation>{name} est une page web, pas une image.</translation>
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
            <source>{where} has no picture attached.</source>
            <translation>{where} n’a pas d’image jointe.</translation>
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
            <location filename="../../curator/engine/intake/nocodb/fetching.py"></location>
            <source>{where} names several people ({names}), so its pictures claim nobody.</source>
            <translation>{where} nomme plusieurs personnes ({names}) ; ses images n’indiquent donc personne.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{where} says "{kind}" as kind, which is neither deepfake nor portrait. Check the kind of {file}.</source>
            <translation>{where} donne « {kind} » comme type, ce qui n’est ni deepfake ni portrait. Vérifiez le type de {file}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>The server names a file by a path that leads elsewhere.</source>
            <translation>Le serveur désigne un fichier par un chemin qui mène ailleurs.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>There is no address.</source>
            <translation>Il manque l’adresse.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>That is no address.</source>
            <translation>Ce n’est pas une adresse.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>The address holds a name or a password.</source>
            <translation>L’adresse contient un nom ou un mot de passe.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>Leave out what stands before the @; Curator signs in with the token alone.</source>
            <translation>Supprimez ce qui précède le @ ; Curator s’identifie avec le jeton seul.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>Without https everybody on the way could read the token.</source>
            <translation>Sans https, n’importe qui sur le trajet pourrait lire le jeton.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>Write https:// instead of http://.</source>
            <translation>Écrivez https:// au lieu de http://.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>{host} is asked without https: others in the same network could read the token.</source>
            <translation>{host} est interrogé sans https : d’autres personnes du même réseau pourraient lire le jeton.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>It looks like https://nocodb.example.org.</source>
            <translation>Elle a la forme https://nocodb.example.org.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>“{typed}” is not the address of a server.</source>
            <translation>« {typed} » n’est pas l’adresse d’un serveur.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/attached.py"></location>
            <source>"{title}" of {where}</source>
            <translation>« {title} » de {where}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>That is no token.</source>
            <translation>Ce n’est pas un jeton.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>Copy it from NocoDB: Account settings, Tokens.</source>
            <translation>Copiez-le depuis NocoDB : paramètres du compte, jetons (Account settings, Tokens).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} sends Curator round in circles.</source>
            <translation>{host} renvoie Curator sans fin d’une adresse à l’autre.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} sends Curator on to {other}, which nobody named, so nothing was asked there.</source>
            <translation>{host} renvoie Curator vers {other}, que personne n’a indiqué ; rien n’y a donc été demandé.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>If that is the right server, type its address.</source>
            <translation>Si c’est le bon serveur, saisissez son adresse.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>There is no server called {host}, or no network.</source>
            <translation>Aucun serveur ne s’appelle {host}, ou il n’y a pas de réseau.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>Check the address and the connection.</source>
            <translation>Vérifiez l’adresse et la connexion.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} cannot be reached.</source>
            <translation>{host} est injoignable.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>Check the address, and that the server runs.</source>
            <translation>Vérifiez l’adresse et que le serveur fonctionne.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} does not answer.</source>
            <translation>{host} ne répond pas.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>Fetch again later; what is there already is not fetched twice.</source>
            <translation>Récupérez de nouveau plus tard ; ce qui est déjà là n’est pas récupéré deux fois.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>The connection to {host} broke off.</source>
            <translation>La connexion à {host} a été coupée.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} took too long.</source>
            <translation>{host} a mis trop de temps à répondre.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} has no certificate that this computer trusts.</source>
            <translation>{host} n’a pas de certificat auquel cet ordinateur fait confiance.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>Check the address. If it is right, ask who runs the server.</source>
            <translation>Vérifiez l’adresse. Si elle est juste, adressez-vous à la personne qui gère le serveur.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} answers in a way that Curator does not understand.</source>
            <translation>{host} répond d’une façon que Curator ne comprend pas.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <location filename="../../curator/engine/intake/nocodb/tables.py"></location>
            <source>Check the address: it has to be that of NocoDB itself.</source>
            <translation>Vérifiez l’adresse : ce doit être celle de NocoDB lui-même.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <source>{name} is missing on the server ({status}).</source>
            <translation>{name} manque sur le serveur ({status}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <source>Ask the sender for it, or look for it in NocoDB.</source>
            <translation>Demandez ce fichier à l’expéditeur, ou cherchez-le dans NocoDB.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <source>{name} lies on {other}, not on {host}, so it was not fetched.</source>
            <translation>{name} se trouve sur {other}, pas sur {host}, et n’a donc pas été récupéré.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <source>If you trust that place, save the picture from there and load it as a file.</source>
            <translation>Si vous faites confiance à ce serveur, enregistrez l’image depuis celui-ci et chargez-la comme fichier.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <location filename="../../curator/engine/media.py"></location>
            <source>Ask the sender for the picture again.</source>
            <translation>Demandez de nouveau l’image à l’expéditeur.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} has more than {limit:.0f} MB, so it was not taken.</source>
            <translation>{name} dépasse {limit:.0f} Mo et n’a donc pas été accepté.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <source>{name} could not be fetched. {why}</source>
            <translation>{name} n’a pas pu être récupéré. {why}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/exports.py"></location>
            <source>{name} is no export of NocoDB with attachments.</source>
            <translation>{name} n’est pas une exportation de NocoDB avec pièces jointes.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/exports.py"></location>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Leave it out.</source>
            <translation>Laissez-le de côté.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/exports.py"></location>
            <source>{name} is too large: at most {n:,} values are read.</source>
            <translation>{name} est trop volumineux : {n:,} valeurs sont lues au plus.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/exports.py"></location>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>Split it into several tables.</source>
            <translation>Divisez-le en plusieurs tableaux.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/exports.py"></location>
            <source>{name} is no export of NocoDB that Curator understands.</source>
            <translation>{name} n’est pas une exportation de NocoDB que Curator sait lire.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} answers with more than Curator reads.</source>
            <translation>{host} envoie une réponse plus longue que ce que Curator lit.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} does not accept the token.</source>
            <translation>{host} n’accepte pas le jeton.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>Check that it was copied whole and is still listed in NocoDB, then try again.</source>
            <translation>Vérifiez qu’il a été copié en entier et qu’il figure toujours dans NocoDB, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} does not let this token read the table.</source>
            <translation>{host} ne permet pas à ce jeton de lire la table.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>Make a token in NocoDB as somebody who may see the table.</source>
            <translation>Créez un jeton dans NocoDB avec un compte qui a le droit de voir la table.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} has nothing at that place ({status}).</source>
            <translation>{host} n’a rien à cet endroit ({status}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>Check the address, the base and the table.</source>
            <translation>Vérifiez l’adresse, la base et la table.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} was asked too often and wants a pause.</source>
            <translation>{host} a été interrogé trop souvent et demande une pause.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>Fetch again in a few minutes; what is there already is not fetched twice.</source>
            <translation>Récupérez de nouveau dans quelques minutes ; ce qui est déjà là n’est pas récupéré deux fois.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} reports an error of its own ({status}).</source>
            <translation>{host} signale une erreur interne ({status}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} did not understand what Curator asked ({status}).</source>
            <translation>{host} n’a pas compris la demande de Curator ({status}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/fetching.py"></location>
            <source>More than {n} files are attached to this row; only the first {n} are taken.</source>
            <translation>Plus de {n} fichiers sont joints à cette ligne ; seuls les {n} premiers sont pris.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/intake/nocodb/fetching.py"></location>
            <source>{n} more rows of {table} have no picture, or it is not clear whom they show.</source>
            <extracomment>One: {n} more row of {table} has no picture, or it is not clear whom it shows.</extracomment>
            <translation>
                <numerusform>{n} autre ligne de {table} n’a pas d’image, ou on ne voit pas clairement qui elle montre.</numerusform>
                <numerusform>{n} autres lignes de {table} n’ont pas d’image, ou on ne voit pas clairement qui elles montrent.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/fetching.py"></location>
            <source>No picture is attached to this row.</source>
            <translation>Aucune image n’est jointe à cette ligne.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/fetching.py"></location>
            <source>The server tells too few names at once, so the rest claims nobody.</source>
            <translation>Le serveur donne trop peu de noms à la fois ; le reste n’indique donc personne.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/fetching.py"></location>
            <source>{name} did not arrive. {why}</source>
            <translation>{name} n’est pas arrivé. {why}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/looking.py"></location>
            <source>No column seems to hold pictures. Choose the one that does.</source>
            <translation>Aucune colonne ne semble contenir des images. Choisissez celle qui en contient.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/mapping.py"></location>
            <source>No column was chosen for the pictures.</source>
            <translation>Aucune colonne n’a été choisie pour les images.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/mapping.py"></location>
            <source>Choose the one that holds the attachments.</source>
            <translation>Choisissez celle qui contient les pièces jointes.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/mapping.py"></location>
            <location filename="../../curator/engine/intake/nocodb/marking.py"></location>
            <source>The table {table} has no column “{title}”.</source>
            <translation>La table {table} n’a pas de colonne « {title} ».</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/mapping.py"></location>
            <source>Choose another column for “{field}”.</source>
            <translation>Choisissez une autre colonne pour « {field} ».</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/marking.py"></location>
            <source>The column “{title}” is read, so nothing is written to it.</source>
            <translation>La colonne « {title} » est lue ; rien n’y est donc écrit.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/marking.py"></location>
            <source>The column “{title}” is not known to be one of check boxes.</source>
            <translation>On ne sait pas si la colonne « {title} » contient des cases à cocher.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/marking.py"></location>
            <source>Choose another column for the marks, or none.</source>
            <translation>Choisissez une autre colonne pour les marques, ou aucune.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/marking.py"></location>
            <source>Rows could not be marked as imported. {why} The pictures are there.</source>
            <translation>Des lignes n’ont pas pu être marquées comme importées. {why} Les images sont là.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>Type its title as NocoDB shows it, or its id.</source>
            <translation>Saisissez son titre tel que NocoDB l’affiche, ou son identifiant.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>No base was named.</source>
            <translation>Aucune base n’est indiquée.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>No table was named.</source>
            <translation>Aucune table n’est indiquée.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>The server has no base “{base}”.</source>
            <translation>Le serveur n’a pas de base « {base} ».</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>The base has no table “{table}”.</source>
            <translation>La base n’a pas de table « {table} ».</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>The server gives no table “{table}” to this token.</source>
            <translation>Le serveur ne donne pas la table « {table} » à ce jeton.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>Type the ids of base and table instead of their titles; NocoDB shows them in their menus.</source>
            <translation>Saisissez les identifiants de la base et de la table au lieu de leurs titres ; NocoDB les affiche dans leurs menus.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>The token may see none.</source>
            <translation>Le jeton ne donne accès à aucune.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>There are: {titles}.</source>
            <translation>Disponibles : {titles}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/engine/reports/answers.py"></location>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <source>Pictures</source>
            <translation>Images</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <location filename="../../curator/ui/pickers/choice_picker.py"></location>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <location filename="../../curator/ui/review/findings.py"></location>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <source>Is a deepfake</source>
            <translation>Est un deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <source>Shows (whole name)</source>
            <translation>Personne (nom complet)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Given name</source>
            <translation>Prénom</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Surname</source>
            <translation>Nom</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Country</source>
            <translation>Pays</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Role</source>
            <translation>Fonction</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <source>Sender</source>
            <translation>Expéditeur</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/tables.py"></location>
            <source>The table {table} has more than {n:,} rows; only the first {n:,} were read.</source>
            <translation>La table {table} a plus de {n:,} lignes ; seules les {n:,} premières ont été lues.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/tables.py"></location>
            <source>Take rows that are done out of it in NocoDB, and fetch again.</source>
            <translation>Retirez-en dans NocoDB les lignes déjà traitées, puis récupérez de nouveau.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/tables.py"></location>
            <source>Whom {where} shows could not be read. {why}</source>
            <translation>{where} : impossible de lire qui est montré. {why}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/tables.py"></location>
            <source>{host} does not answer as NocoDB does.</source>
            <translation>{host} ne répond pas comme NocoDB.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} repeats row {row}. The first one counts.</source>
            <translation>{where} répète la ligne {row}. C’est la première qui compte.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} gives {name} a second office. {role} counts.</source>
            <translation>{where} donne à {name} une deuxième fonction. C’est celle-ci qui compte : {role}.</translation>
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
            <source>{name} is too large: at most {rows} rows with {cells} cells are read.</source>
            <translation>{name} est trop volumineux : {rows} lignes de {cells} cellules au plus sont lues.</translation>
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
            <source>The part that was asked for lies outside the picture.</source>
            <translation>La partie demandée sort de l’image.</translation>
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
            <location filename="../../curator/engine/merging/bringing.py"></location>
            <source>{name} holds a decision that makes no sense.</source>
            <translation>{name} contient une décision incohérente.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/bringing.py"></location>
            <source>Choose another copy. What was brought in before stays.</source>
            <translation>Choisissez une autre copie. Ce qui a déjà été importé reste.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>There is no catalogue and no backup in {path}.</source>
            <translation>Il n’y a ni catalogue ni sauvegarde dans {path}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>Choose a backup, or the folder of a catalogue.</source>
            <translation>Choisissez une sauvegarde ou le dossier d’un catalogue.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{path} is this catalogue itself.</source>
            <translation>{path} est ce catalogue lui-même.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{name} has {size:.0f} MB; at most {limit:.0f} MB are read.</source>
            <translation>{name} fait {size:.0f} Mo ; {limit:.0f} Mo au plus sont lus.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>A change to {name} is half made.</source>
            <translation>Une modification de {name} est inachevée.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>Open and close that catalogue in Curator there, then try again. Nothing was changed.</source>
            <translation>Ouvrir et fermer ce catalogue là-bas dans Curator, puis réessayer. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>Check that its disk is connected. Nothing was changed.</source>
            <translation>Vérifiez que son disque est connecté. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{name} is being written to by another program.</source>
            <translation>Un autre programme est en train d’écrire dans {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>Close that catalogue there, then try again. Nothing was changed.</source>
            <translation>Fermez ce catalogue dans l’autre programme, puis réessayez. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{name} is not sound. {what}</source>
            <translation>{name} n’est pas intact. {what}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>It is another catalogue, no copy of this one. The pictures are compared byte by byte.</source>
            <translation>C’est un autre catalogue, pas une copie de celui-ci. Les images sont comparées octet par octet.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>It has nothing to bring in.</source>
            <translation>Il n’y a rien à importer.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>Decided there by {names}.</source>
            <translation>Décidé dans l’autre copie par {names}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>Something was erased here that this copy may still hold. Its notes, its names and its pictures stay out, so that nothing erased comes back.</source>
            <translation>Cette copie contient peut-être encore des données effacées ici. Ses notes, ses noms et ses images ne sont pas importés, pour que rien d’effacé ne revienne.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>Something was erased there that this catalogue may still hold.</source>
            <translation>Ce catalogue contient peut-être encore des données effacées dans l’autre copie.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>It was cancelled. What was brought in until then stays; merging again goes on.</source>
            <translation>L’importation a été interrompue. Ce qui a été importé jusque-là reste ; relancez-la pour la poursuivre.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>Nothing was brought in.</source>
            <translation>Rien n’a été importé.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>Brought in: {n:,} decisions ({verdicts}). Undo takes them back in one step.</source>
            <extracomment>One: Brought in: {n:,} decision ({verdicts}). Undo takes it back.</extracomment>
            <translation>
                <numerusform>Importé : {n:,} décision ({verdicts}). Annuler revient en arrière.</numerusform>
                <numerusform>Importé : {n:,} décisions ({verdicts}). Annuler revient en arrière en une seule étape.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>Brought in: {n:,} pictures. They are looked at as any others.</source>
            <extracomment>One: Brought in: {n:,} picture. It is looked at as any other.</extracomment>
            <translation>
                <numerusform>Importé : {n:,} image. Elle est analysée comme les autres.</numerusform>
                <numerusform>Importé : {n:,} images. Elles sont analysées comme les autres.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} decisions would come in: {verdicts}.</source>
            <extracomment>One: {n:,} decision would come in: {verdicts}.</extracomment>
            <translation>
                <numerusform>{n:,} décision serait importée ({verdicts}).</numerusform>
                <numerusform>{n:,} décisions seraient importées ({verdicts}).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} pictures are only there and would come in, with what was sent with them.</source>
            <extracomment>One: {n:,} picture is only there and would come in, with what was sent with it.</extracomment>
            <translation>
                <numerusform>{n:,} image n’existe que dans l’autre copie et serait importée, avec ce qui l’accompagnait.</numerusform>
                <numerusform>{n:,} images n’existent que dans l’autre copie et seraient importées, avec ce qui les accompagnait.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} pictures are decided alike on both sides.</source>
            <extracomment>One: {n:,} picture is decided alike on both sides.</extracomment>
            <translation>
                <numerusform>{n:,} image a le même verdict des deux côtés.</numerusform>
                <numerusform>{n:,} images ont le même verdict des deux côtés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} pictures are decided otherwise here. They stay as they are here.</source>
            <extracomment>One: {n:,} picture is decided otherwise here. It stays as it is here.</extracomment>
            <translation>
                <numerusform>{n:,} image a un autre verdict ici. Elle reste ici telle quelle.</numerusform>
                <numerusform>{n:,} images ont un autre verdict ici. Elles restent ici telles quelles.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} pictures were decided there with another claim or as another kind. They stay undecided here.</source>
            <extracomment>One: {n:,} picture was decided there with another claim or as another kind. It stays undecided here.</extracomment>
            <translation>
                <numerusform>{n:,} image a reçu son verdict dans l’autre copie avec une autre personne indiquée ou un autre type. Elle reste à décider ici.</numerusform>
                <numerusform>{n:,} images ont reçu leur verdict dans l’autre copie avec une autre personne indiquée ou un autre type. Elles restent à décider ici.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} pictures were approved there with faces that were marked otherwise by hand. They stay undecided here.</source>
            <extracomment>One: {n:,} picture was approved there with faces that were marked otherwise by hand. It stays undecided here.</extracomment>
            <translation>
                <numerusform>{n:,} image a été approuvée là-bas avec des visages marqués autrement à la main. Elle reste à décider ici.</numerusform>
                <numerusform>{n:,} images ont été approuvées là-bas avec des visages marqués autrement à la main. Elles restent à décider ici.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} pictures were approved there and cannot be read here. They stay undecided.</source>
            <extracomment>One: {n:,} picture was approved there and cannot be read here. It stays undecided.</extracomment>
            <translation>
                <numerusform>{n:,} image approuvée dans l’autre copie ne peut pas être lue ici. Elle reste à décider.</numerusform>
                <numerusform>{n:,} images approuvées dans l’autre copie ne peuvent pas être lues ici. Elles restent à décider.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>What was decided there stands beside it on the desk, until somebody decides it here.</source>
            <translation>Ce qui a été décidé là-bas s’affiche à côté jusqu’à ce que quelqu’un décide ici.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} submissions are only there, and their pictures are missing or changed.</source>
            <extracomment>One: {n:,} submission is only there, and its picture is missing or changed.</extracomment>
            <translation>
                <numerusform>{n:,} envoi n’existe que dans l’autre copie, et son image manque ou a changé.</numerusform>
                <numerusform>{n:,} envois n’existent que dans l’autre copie, et leurs images manquent ou ont changé.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} submissions are only there, and their pictures are not in a backup.</source>
            <extracomment>One: {n:,} submission is only there, and its picture is not in a backup.</extracomment>
            <translation>
                <numerusform>{n:,} envoi n’existe que dans l’autre copie, et la sauvegarde ne contient pas son image.</numerusform>
                <numerusform>{n:,} envois n’existent que dans l’autre copie, et la sauvegarde ne contient pas leurs images.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} submissions are only there and stay out: they were erased here, or may have been.</source>
            <extracomment>One: {n:,} submission is only there and stays out: it was erased here, or may have been.</extracomment>
            <translation>
                <numerusform>{n:,} envoi n’existe que dans l’autre copie et n’est pas importé : il a été effacé ici, ou a pu l’être.</numerusform>
                <numerusform>{n:,} envois n’existent que dans l’autre copie et ne sont pas importés : ils ont été effacés ici, ou ont pu l’être.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{number:,} {verdict}</source>
            <translation>{verdict} : {number:,}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{names} and others</source>
            <translation>{names} et d’autres</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} is a link to a file that is not there.</source>
            <translation>{name} est un lien vers un fichier qui n’est pas là.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Load the file itself.</source>
            <translation>Chargez le fichier lui-même.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} is no longer there.</source>
            <translation>{name} n’est plus là.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Look where it went.</source>
            <translation>Cherchez où il est passé.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} may not be read.</source>
            <translation>{name} ne peut pas être lu, faute de droits.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Change its permissions, or copy it to your own folder.</source>
            <translation>Modifiez ses droits d’accès, ou copiez-le dans un dossier à vous.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} could not be opened: {reason}.</source>
            <translation>{name} n’a pas pu être ouvert : {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} is a folder, not a picture.</source>
            <translation>{name} est un dossier, pas une image.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Load the pictures in it.</source>
            <translation>Chargez les images qu’il contient.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} is a pipe, a socket or a device, not an ordinary file.</source>
            <translation>{name} est un tube, un socket ou un périphérique, pas un fichier ordinaire.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} could not be read to its end: {reason}.</source>
            <translation>{name} n’a pas pu être lu jusqu’au bout : {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Copy it to another disk and load it again.</source>
            <translation>Copiez-le sur un autre disque et chargez-le de nouveau.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} was changed while it was read.</source>
            <translation>{name} a été modifié pendant la lecture.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Load it again when it is complete.</source>
            <translation>Chargez-le de nouveau quand il sera complet.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/politicians.py"></location>
            <source>{file} is a reference portrait of {name} already.</source>
            <translation>{file} est déjà un portrait de référence de {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/politicians.py"></location>
            <source>A photo shows one person: take it out there if it is somebody else.</source>
            <translation>Une photo montre une personne : la retirer là-bas s’il s’agit de quelqu’un d’autre.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/politicians.py"></location>
            <source>No politicians were found in it. Curator looks for folders named Country/Name Surname with photos.</source>
            <translation>Aucune personnalité politique n’y a été trouvée. Curator cherche des dossiers nommés Pays/Prénom Nom avec des photos.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/erasing.py"></location>
            <source>Some of it was erased, the rest was not. {why}</source>
            <translation>Une partie a été effacée, mais pas le reste. {why}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/erasing.py"></location>
            <source>Something is being erased, and that is not done yet.</source>
            <translation>Un effacement est en cours et n’est pas encore terminé.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/erasing.py"></location>
            <source>Try again when it is. If it was interrupted, Curator’s window goes on with it.</source>
            <translation>Réessayez quand il le sera. S’il a été interrompu, la fenêtre de Curator le reprendra.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/erasing.py"></location>
            <source>Another program reads the database just now.</source>
            <translation>Un autre programme lit actuellement la base de données.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/erasing.py"></location>
            <location filename="../../curator/engine/privacy/files.py"></location>
            <source>{sentence}</source>
            <translation>{sentence}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/erasing.py"></location>
            <source>The folder of backups {folder} is not there now.</source>
            <translation>Le dossier de sauvegardes {folder} n’est pas accessible actuellement.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/erasing.py"></location>
            <source>The backup {file} could not be deleted.</source>
            <translation>La sauvegarde {file} n’a pas pu être supprimée.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>What was sent in</source>
            <translation>Ce qui a été envoyé</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>Faces (biometric data)</source>
            <translation>Visages (données biométriques)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Decisions</source>
            <translation>Décisions</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>Beside the database</source>
            <translation>Hors de la base de données</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} submissions with their pictures and previews: {undecided:,} undecided, {rejected:,} rejected</source>
            <extracomment>One: {n:,} submission with its picture and preview: {undecided:,} undecided, {rejected:,} rejected</extracomment>
            <translation>
                <numerusform>{n:,} envoi avec son image et son aperçu (à décider : {undecided:,}, rejetés : {rejected:,})</numerusform>
                <numerusform>{n:,} envois avec leurs images et aperçus (à décider : {undecided:,}, rejetés : {rejected:,})</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} senders by name</source>
            <extracomment>One: {n:,} sender by name</extracomment>
            <translation>
                <numerusform>{n:,} nom d’expéditeur</numerusform>
                <numerusform>{n:,} noms d’expéditeurs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} file names with the folders or tables that they came from</source>
            <extracomment>One: {n:,} file name with the folder or table that it came from</extracomment>
            <translation>
                <numerusform>{n:,} nom de fichier, avec le dossier ou la table d’origine</numerusform>
                <numerusform>{n:,} noms de fichier, avec les dossiers ou tables d’origine</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} claims of whom a picture shows</source>
            <extracomment>One: {n:,} claim of whom a picture shows</extracomment>
            <translation>
                <numerusform>{n:,} personne indiquée pour une image</numerusform>
                <numerusform>{n:,} personnes indiquées pour des images</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} notes</source>
            <extracomment>One: {n:,} note</extracomment>
            <translation>
                <numerusform>{n:,} note</numerusform>
                <numerusform>{n:,} notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} things that files say about themselves, such as their programs</source>
            <extracomment>One: {n:,} thing that a file says about itself, such as its program</extracomment>
            <translation>
                <numerusform>{n:,} information qu’un fichier donne sur lui-même, par exemple son logiciel</numerusform>
                <numerusform>{n:,} informations que des fichiers donnent sur eux-mêmes, par exemple leur logiciel</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} attachments of servers noted as fetched, by number</source>
            <extracomment>One: {n:,} attachment of a server noted as fetched, by number</extracomment>
            <translation>
                <numerusform>{n:,} pièce jointe d’un serveur notée comme récupérée, par son numéro</numerusform>
                <numerusform>{n:,} pièces jointes de serveurs notées comme récupérées, par leur numéro</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} loads under way, with the folders that they read</source>
            <extracomment>One: {n:,} load under way, with the folders that it reads</extracomment>
            <translation>
                <numerusform>{n:,} chargement en cours, avec les dossiers qu’il lit</numerusform>
                <numerusform>{n:,} chargements en cours, avec les dossiers qu’ils lisent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} encodings of submitted faces, kept until they are decided about ({undecided:,} undecided)</source>
            <extracomment>One: {n:,} encoding of a submitted face, kept until it is decided about ({undecided:,} undecided)</extracomment>
            <translation>
                <numerusform>{n:,} encodage d’un visage envoyé, gardé jusqu’à la décision (à décider : {undecided:,})</numerusform>
                <numerusform>{n:,} encodages de visages envoyés, gardés jusqu’à la décision (à décider : {undecided:,})</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} encodings of faces that are decided about; there should be none: check the catalogue</source>
            <extracomment>One: {n:,} encoding of a face that is decided about; there should be none: check the catalogue</extracomment>
            <translation>
                <numerusform>{n:,} encodage de visage resté après la décision ; il ne devrait pas y en avoir : vérifiez le catalogue</numerusform>
                <numerusform>{n:,} encodages de visages restés après la décision ; il ne devrait pas y en avoir : vérifiez le catalogue</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>no encoding of a face that is decided about: it went with the decision</source>
            <translation>aucun encodage de visage après la décision : il a disparu avec elle</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} encodings of reference portraits of politicians</source>
            <extracomment>One: {n:,} encoding of a reference portrait of a politician</extracomment>
            <translation>
                <numerusform>{n:,} encodage d’un portrait de référence d’une personnalité politique</numerusform>
                <numerusform>{n:,} encodages de portraits de référence de personnalités politiques</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} reference portraits of {politicians:,} politicians</source>
            <extracomment>One: {n:,} reference portrait of {politicians:,} politicians</extracomment>
            <translation>
                <numerusform>{n:,} portrait de référence (personnalités politiques : {politicians:,})</numerusform>
                <numerusform>{n:,} portraits de référence (personnalités politiques : {politicians:,})</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} politicians who were taken out of the index, by name</source>
            <extracomment>One: {n:,} politician who was taken out of the index, by name</extracomment>
            <translation>
                <numerusform>{n:,} personnalité politique retirée de l’index, avec son nom</numerusform>
                <numerusform>{n:,} personnalités politiques retirées de l’index, avec leur nom</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} frames around faces, with {matches:,} distances to politicians</source>
            <extracomment>One: {n:,} frame around a face, with {matches:,} distances to politicians</extracomment>
            <translation>
                <numerusform>{n:,} cadre autour d’un visage (distances à des personnalités politiques : {matches:,})</numerusform>
                <numerusform>{n:,} cadres autour de visages (distances à des personnalités politiques : {matches:,})</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} rows of the decision log, which are never erased and hold no names</source>
            <extracomment>One: {n:,} row of the decision log, which is never erased and holds no names</extracomment>
            <translation>
                <numerusform>{n:,} ligne du journal des décisions, qui n’est jamais effacée et ne contient aucun nom</numerusform>
                <numerusform>{n:,} lignes du journal des décisions, qui ne sont jamais effacées et ne contiennent aucun nom</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} names of curators who signed them</source>
            <extracomment>One: {n:,} name of a curator who signed them</extracomment>
            <translation>
                <numerusform>{n:,} nom d’un curateur qui les a signées</numerusform>
                <numerusform>{n:,} noms de curateurs qui les ont signées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} notes of curators beside the log</source>
            <extracomment>One: {n:,} note of a curator beside the log</extracomment>
            <translation>
                <numerusform>{n:,} note de curateur à côté du journal</numerusform>
                <numerusform>{n:,} notes de curateurs à côté du journal</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} rows of the log with claimed names beside them</source>
            <extracomment>One: {n:,} row of the log with claimed names beside it</extracomment>
            <translation>
                <numerusform>{n:,} ligne du journal accompagnée de noms indiqués</numerusform>
                <numerusform>{n:,} lignes du journal accompagnées de noms indiqués</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} decisions of other copies that differ, with their curators, notes and claims</source>
            <extracomment>One: {n:,} decision of another copy that differs, with its curator, note and claim</extracomment>
            <translation>
                <numerusform>{n:,} décision différente d’une autre copie, avec curateur, note et personne indiquée</numerusform>
                <numerusform>{n:,} décisions différentes d’autres copies, avec curateurs, notes et personnes indiquées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} saved filters, with the words they look for</source>
            <extracomment>One: {n:,} saved filter, with the words it looks for</extracomment>
            <translation>
                <numerusform>{n:,} filtre enregistré, avec les mots qu’il cherche</numerusform>
                <numerusform>{n:,} filtres enregistrés, avec les mots qu’ils cherchent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} backups of the database, with all of the above but pictures</source>
            <extracomment>One: {n:,} backup of the database, with all of the above but pictures</extracomment>
            <translation>
                <numerusform>{n:,} sauvegarde de la base de données, avec tout ce qui précède sauf les images</numerusform>
                <numerusform>{n:,} sauvegardes de la base de données, avec tout ce qui précède sauf les images</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>backups in {folder}, which is not there now</source>
            <translation>des sauvegardes dans {folder}, qui n’est pas accessible actuellement</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} exports noted, with their folders; what was published is out of reach</source>
            <extracomment>One: {n:,} export noted, with its folder; what was published is out of reach</extracomment>
            <translation>
                <numerusform>{n:,} exportation notée, avec son dossier ; ce qui a été publié est hors d’atteinte</numerusform>
                <numerusform>{n:,} exportations notées, avec leurs dossiers ; ce qui a été publié est hors d’atteinte</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>the log of the program, which names nobody and no file</source>
            <translation>le journal du programme, qui ne nomme ni personne ni aucun fichier</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>the settings of each person: the last catalogue’s folder and the last search</source>
            <translation>les réglages de chaque personne : le dossier du dernier catalogue et la dernière recherche</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>something erased that can still be read; Curator tries again at the next start</source>
            <translation>des données effacées encore lisibles ; Curator réessaiera au prochain démarrage</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/looking.py"></location>
            <source>The catalogue and the backups that are there know nobody of the name “{name}”.</source>
            <translation>Le catalogue et les sauvegardes accessibles ne connaissent personne du nom de « {name} ».</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/looking.py"></location>
            <source>Backups in {folder} may: connect its disk and look again.</source>
            <translation>Les sauvegardes de {folder} contiennent peut-être ce nom : connectez leur disque et cherchez de nouveau.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/looking.py"></location>
            <source>Nobody of the name “{name}” sent anything.</source>
            <translation>Personne du nom de « {name} » n’a envoyé quoi que ce soit.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/looking.py"></location>
            <source>Check how the name is written.</source>
            <translation>Vérifiez l’orthographe du nom.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/looking.py"></location>
            <source>The grace period has 0 to {most} days.</source>
            <translation>Le délai de conservation va de 0 à {most} jours.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/looking.py"></location>
            <source>Choose another number of days.</source>
            <translation>Choisissez un autre nombre de jours.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>Erased: {n:,} pictures with their previews; the database was written anew.</source>
            <extracomment>One: Erased: {n:,} picture with its preview; the database was written anew.</extracomment>
            <translation>
                <numerusform>Effacé : {n:,} image et ses aperçus ; la base de données a été réécrite.</numerusform>
                <numerusform>Effacé : {n:,} images et leurs aperçus ; la base de données a été réécrite.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>Not yet erased for good: some of it can still be read in files.</source>
            <translation>Pas encore effacé pour de bon : une partie reste lisible dans des fichiers.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>Curator tries again at the next start.</source>
            <translation>Curator réessaiera au prochain démarrage.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} backups were replaced by a new one.</source>
            <extracomment>One: {n:,} backup was replaced by a new one.</extracomment>
            <translation>
                <numerusform>{n:,} sauvegarde a été remplacée par une nouvelle.</numerusform>
                <numerusform>{n:,} sauvegardes ont été remplacées par une nouvelle.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>No picture was rejected more than {n:,} days ago.</source>
            <extracomment>One: No picture was rejected more than {n:,} day ago.</extracomment>
            <translation>
                <numerusform>Aucune image n’a été rejetée il y a plus de {n:,} jour.</numerusform>
                <numerusform>Aucune image n’a été rejetée il y a plus de {n:,} jours.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} reference portraits that came from them.</source>
            <extracomment>One: {n:,} reference portrait that came from them.</extracomment>
            <translation>
                <numerusform>{n:,} portrait de référence qui en est issu.</numerusform>
                <numerusform>{n:,} portraits de référence qui en sont issus.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>With each picture go its original and previews, its file names, notes, senders, claims, faces and hashes, and the notes on its decisions.</source>
            <translation>Avec chaque image disparaissent son original et ses aperçus, ses noms de fichier, notes, expéditeurs, personnes indiquées, visages et empreintes, ainsi que les notes sur ses décisions.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} rejected pictures ({size:,.1f} MB), rejected from {oldest} to {newest}.</source>
            <extracomment>One: {n:,} rejected picture ({size:,.1f} MB), rejected from {oldest} to {newest}.</extracomment>
            <translation>
                <numerusform>{n:,} image rejetée ({size:,.1f} Mo), entre le {oldest} et le {newest}.</numerusform>
                <numerusform>{n:,} images rejetées ({size:,.1f} Mo), entre le {oldest} et le {newest}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} pictures that only {name} sent ({size:,.1f} MB).</source>
            <extracomment>One: {n:,} picture that only {name} sent ({size:,.1f} MB).</extracomment>
            <translation>
                <numerusform>{n:,} image envoyée uniquement par {name} ({size:,.1f} Mo).</numerusform>
                <numerusform>{n:,} images envoyées uniquement par {name} ({size:,.1f} Mo).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} pictures that others sent too stay, without what {name} said about them.</source>
            <extracomment>One: {n:,} picture that others sent too stays, without what {name} said about it.</extracomment>
            <translation>
                <numerusform>{n:,} image envoyée aussi par d’autres reste, sans ce que {name} en a dit.</numerusform>
                <numerusform>{n:,} images envoyées aussi par d’autres restent, sans ce que {name} en a dit.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>The catalogue no longer knows {name}.</source>
            <translation>Le catalogue ne connaît plus {name}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} backups still do, with what {name} sent and said.</source>
            <extracomment>One: {n:,} backup still does, with what {name} sent and said.</extracomment>
            <translation>
                <numerusform>{n:,} sauvegarde contient encore ce nom, avec ce que {name} a envoyé et dit.</numerusform>
                <numerusform>{n:,} sauvegardes contiennent encore ce nom, avec ce que {name} a envoyé et dit.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{name} with {n:,} reference portraits and their encodings.</source>
            <extracomment>One: {name} with {n:,} reference portrait and its encoding.</extracomment>
            <translation>
                <numerusform>{name}, avec {n:,} portrait de référence et son encodage.</numerusform>
                <numerusform>{name}, avec {n:,} portraits de référence et leurs encodages.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} rankings of faces that name {name}.</source>
            <extracomment>One: {n:,} ranking of a face that names {name}.</extracomment>
            <translation>
                <numerusform>{n:,} classement de visage où figure {name}.</numerusform>
                <numerusform>{n:,} classements de visages où figure {name}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} submissions that claim {name} stay; they claim somebody who is not in the index then.</source>
            <extracomment>One: {n:,} submission that claims {name} stays; it claims somebody who is not in the index then.</extracomment>
            <translation>
                <numerusform>{n:,} envoi qui indique {name} reste ; la personne indiquée ne sera alors plus dans l’index.</numerusform>
                <numerusform>{n:,} envois qui indiquent {name} restent ; la personne indiquée ne sera alors plus dans l’index.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>The name stays written in {n:,} claims: correct them, or erase their senders.</source>
            <extracomment>One: The name stays written in {n:,} claim: correct it, or erase its sender.</extracomment>
            <translation>
                <numerusform>Le nom reste écrit à {n:,} endroit comme personne indiquée : corrigez-le, ou effacez l’expéditeur.</numerusform>
                <numerusform>Le nom reste écrit à {n:,} endroits comme personne indiquée : corrigez-les, ou effacez les expéditeurs.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>The decision log stays: numbers, codes and digests, without names. Undo brings nothing back.</source>
            <translation>Le journal des décisions reste : numéros, codes et empreintes, sans aucun nom. L’annulation ne fait rien revenir.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} backups are deleted, and a new one is made.</source>
            <extracomment>One: {n:,} backup is deleted, and a new one is made.</extracomment>
            <translation>
                <numerusform>{n:,} sauvegarde est supprimée, et une nouvelle est faite.</numerusform>
                <numerusform>{n:,} sauvegardes sont supprimées, et une nouvelle est faite.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>The folder of backups {folder} is not there now: what is in it is deleted at the first start of Curator with its disk connected.</source>
            <translation>Le dossier de sauvegardes {folder} n’est pas accessible actuellement : son contenu sera supprimé au premier démarrage de Curator avec son disque connecté.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>The export in {folder} names {name}, also where it shows no picture: export there again, and publish that.</source>
            <translation>L’exportation de {folder} nomme {name}, même là où elle ne montre aucune image : exportez-y de nouveau, puis publiez le résultat.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} pictures are still in the export in {folder}: export there again, and publish that.</source>
            <extracomment>One: {n:,} picture is still in the export in {folder}: export there again, and publish that.</extracomment>
            <translation>
                <numerusform>{n:,} image est encore dans l’exportation de {folder} : exportez-y de nouveau, puis publiez le résultat.</numerusform>
                <numerusform>{n:,} images sont encore dans l’exportation de {folder} : exportez-y de nouveau, puis publiez le résultat.</numerusform>
            </translation>
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
            <location filename="../../curator/engine/reports/answers.py"></location>
            <source>Answer</source>
            <translation>Réponse</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/answers.py"></location>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <location filename="../../curator/ui/queue/list_view.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Submissions</source>
            <translation>Envois</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/answers.py"></location>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/answers.py"></location>
            <source>Text</source>
            <translation>Texte</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/answers.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Sender (internal)</source>
            <translation>Expéditeur (interne)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/reports/answers.py"></location>
            <source>To {sender} (internal), about submissions {numbers}</source>
            <extracomment>One: To {sender} (internal), about submission {numbers}</extracomment>
            <translation>
                <numerusform>À {sender} (interne), au sujet de l’envoi {numbers}</numerusform>
                <numerusform>À {sender} (interne), au sujet des envois {numbers}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/reports/answers.py"></location>
            <source>Answer {number}, about submissions {numbers}</source>
            <extracomment>One: Answer {number}, about submission {numbers}</extracomment>
            <translation>
                <numerusform>Réponse {number}, au sujet de l’envoi {numbers}</numerusform>
                <numerusform>Réponse {number}, au sujet des envois {numbers}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <source>Row</source>
            <translation>Ligne</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Step</source>
            <translation>Étape</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>What was done</source>
            <translation>Ce qui a été fait</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Undoes row</source>
            <translation>Annule la ligne</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Submission</source>
            <translation>Envoi</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>SHA-256 of the picture</source>
            <translation>SHA-256 de l’image</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>By</source>
            <translation>Par</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>At (UTC)</source>
            <translation>Date (UTC)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Verdict then</source>
            <translation>Verdict d’alors</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Reason</source>
            <translation>Motif</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>From where</source>
            <translation>Origine</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Advice seen</source>
            <translation>Conseil vu</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Faces seen</source>
            <translation>Visages vus</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Rule set</source>
            <translation>Jeu de règles</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Program</source>
            <translation>Programme</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>What was changed</source>
            <translation>Ce qui a été modifié</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Link of the chain</source>
            <translation>Maillon de la chaîne</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>The link fits</source>
            <translation>Maillon conforme</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Note (internal)</source>
            <translation>Note (interne)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>yes</source>
            <translation>oui</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>no</source>
            <translation>non</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/formats.py"></location>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>{file} did not come back from the disk as it was written.</source>
            <translation>{file} ne se relit pas tel qu’il a été écrit.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/formats.py"></location>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>Check the disk, then try again. Nothing was changed.</source>
            <translation>Vérifiez le disque, puis réessayez. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/phrases.py"></location>
            <source>Answers are not written in “{language}”.</source>
            <translation>Les réponses n’existent pas dans la langue « {language} ».</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/phrases.py"></location>
            <source>Choose one of: {languages}.</source>
            <translation>Choisissez l’une de celles-ci : {languages}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/phrases.py"></location>
            <source>The file {name} of Curator is missing or damaged.</source>
            <translation>Le fichier {name} de Curator manque ou est endommagé.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/phrases.py"></location>
            <location filename="../../curator/engine/resources.py"></location>
            <source>Install Curator again.</source>
            <translation>Installez de nouveau Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Free some space or choose another disk, then try again. Nothing was changed.</source>
            <translation>Libérez de l’espace ou choisissez un autre disque, puis réessayez. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Close programs that use it, check that you may write there, or choose another folder. Nothing was changed.</source>
            <translation>Fermez les programmes qui l’utilisent, vérifiez que vous avez le droit d’y écrire, ou choisissez un autre dossier. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>{file} could not be written: {reason}.</source>
            <translation>{file} n’a pas pu être écrit : {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Check its name and that the disk is connected. Nothing was changed.</source>
            <translation>Vérifiez son nom et la connexion du disque. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Name a file on it.</source>
            <translation>Indiquez un fichier sur ce disque.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>There is no folder {folder}.</source>
            <translation>Le dossier {folder} n’existe pas.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Make it first, or choose another.</source>
            <translation>Créez-le d’abord, ou choisissez-en un autre.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>{target} is a folder.</source>
            <translation>{target} est un dossier.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Name a file in it.</source>
            <translation>Indiquez un fichier dans ce dossier.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>{file} is a device or a pipe.</source>
            <translation>{file} est un périphérique ou un tube.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Name an ordinary file.</source>
            <translation>Indiquez un fichier ordinaire.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>There is a file {file} already.</source>
            <translation>Il y a déjà un fichier {file}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Choose another name, or say that it is to be replaced. Nothing was changed.</source>
            <translation>Choisissez un autre nom, ou indiquez qu’il faut le remplacer. Rien n’a été modifié.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/export/model.py"></location>
            <source>Number</source>
            <translation>Numéro</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Kind</source>
            <translation>Type</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>How it was made</source>
            <translation>Mode de création</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Claimed politician</source>
            <translation>Personne indiquée</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>In the index</source>
            <translation>Dans l’index</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Verdict</source>
            <translation>Verdict</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Advice</source>
            <translation>Conseil</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Advised reason</source>
            <translation>Motif conseillé</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Distance</source>
            <translation>Distance</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Word for it</source>
            <translation>Appréciation</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Compared with</source>
            <translation>Comparé avec</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>What holds against it</source>
            <translation>Ce qui parle contre</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Received</source>
            <translation>Reçu</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Source</source>
            <translation>Source</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>What the file says of itself</source>
            <translation>Ce que le fichier dit de lui-même</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Decided by</source>
            <translation>Décidé par</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Decided at (UTC)</source>
            <translation>Décidé le (UTC)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>File name (internal)</source>
            <translation>Nom du fichier (interne)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>waiting</source>
            <translation>en attente</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Other</source>
            <translation>Autre</translation>
        </message>
        <message>
            <location filename="../../curator/engine/resources.py"></location>
            <source>Curator's own files are missing: {place} was not found.</source>
            <translation>Il manque des fichiers de Curator : {place} est introuvable.</translation>
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
            <location filename="../../curator/engine/safekeeping/backups.py"></location>
            <source>Another backup of this catalogue is being made.</source>
            <translation>Une autre sauvegarde de ce catalogue est en cours.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/backups.py"></location>
            <source>Try again when it is done.</source>
            <translation>Réessayez quand elle sera terminée.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/safekeeping/repair.py"></location>
            <source>Made previews and thumbnails of {n} pictures anew.</source>
            <extracomment>One: Made preview and thumbnail of {n} picture anew.</extracomment>
            <translation>
                <numerusform>Aperçu et vignette de {n} image recréés.</numerusform>
                <numerusform>Aperçus et vignettes de {n} images recréés.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/repair.py"></location>
            <source>No backup could be made before, for an index of the database is damaged.</source>
            <translation>Aucune sauvegarde n’a pu être faite avant, car un index de la base de données est endommagé.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/repair.py"></location>
            <source>No preview of {what} could be made: {why}</source>
            <translation>Aperçu impossible à créer pour {what} : {why}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>There is no backup named {name}.</source>
            <translation>Il n’y a pas de sauvegarde du nom de {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>“curator backups” lists those that there are.</source>
            <translation>« curator backups » donne la liste de celles qui existent.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>{file} is a backup of another catalogue.</source>
            <translation>{file} est une sauvegarde d’un autre catalogue.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>Put it into a new folder under the name “catalogue.db”, and open that.</source>
            <translation>Placez-la dans un nouveau dossier sous le nom « catalogue.db », puis ouvrez ce dossier.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>Nothing was changed. Choose another backup.</source>
            <translation>Rien n’a été modifié. Choisissez une autre sauvegarde.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>This backup is from before something was erased, and would bring it back.</source>
            <translation>Cette sauvegarde date d’avant un effacement et ferait revenir ce qui a été effacé.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>Choose a newer one.</source>
            <translation>Choisissez-en une plus récente.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/verification.py"></location>
            <source>The picture of {what} is missing.</source>
            <translation>Il manque l’image correspondant à : {what}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/verification.py"></location>
            <source>The picture of {what} was changed or cannot be read.</source>
            <translation>L’image suivante a été modifiée ou ne peut pas être lue : {what}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/safekeeping/verification.py"></location>
            <source>The previews or thumbnails of {n} pictures are missing or damaged.</source>
            <extracomment>One: The preview or thumbnail of {n} picture is missing or damaged.</extracomment>
            <translation>
                <numerusform>L’aperçu ou la vignette de {n} image manque ou est endommagé.</numerusform>
                <numerusform>Les aperçus ou vignettes de {n} images manquent ou sont endommagés.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/verification.py"></location>
            <source>the reference portrait {file} of {name}</source>
            <translation>le portrait de référence {file} de {name}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/verification.py"></location>
            <source>submission {number} ({file})</source>
            <translation>envoi {number} ({file})</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/safekeeping/verification.py"></location>
            <source>{n} pictures in the folder “media” belong to nothing in the catalogue; a restored backup may not know of them. Nothing was done to them.</source>
            <extracomment>One: {n} picture in the folder “media” belongs to nothing in the catalogue; a restored backup may not know of it. Nothing was done to it.</extracomment>
            <translation>
                <numerusform>{n} image du dossier « media » n’appartient à rien dans le catalogue ; une sauvegarde restaurée peut ne pas la connaître. Elle n’a pas été touchée.</numerusform>
                <numerusform>{n} images du dossier « media » n’appartiennent à rien dans le catalogue ; une sauvegarde restaurée peut ne pas les connaître. Elles n’ont pas été touchées.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/tokens.py"></location>
            <source>This computer has no keyring that keeps tokens safe.</source>
            <translation>Cet ordinateur n’a pas de trousseau qui garde les jetons en sûreté.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/tokens.py"></location>
            <source>The token is asked for each time instead.</source>
            <translation>Le jeton est donc demandé à chaque fois.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/tokens.py"></location>
            <source>The system's keyring did not take or give the token.</source>
            <translation>Le trousseau du système n’a pas accepté ou restitué le jeton.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/tokens.py"></location>
            <source>Unlock the keyring and try again, or type the token each time.</source>
            <translation>Déverrouillez le trousseau et réessayez, ou saisissez le jeton à chaque fois.</translation>
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
            <location filename="../../curator/ui/export/lines.py"></location>
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
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
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
            <source>asked to be taken down</source>
            <translation>retrait demandé</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>approved by mistake</source>
            <translation>approuvé par erreur</translation>
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
            <source>face swap</source>
            <translation>visage échangé</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>wholly generated</source>
            <translation>entièrement généré</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>montage</source>
            <translation>montage</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>approved as a face swap</source>
            <translation>approuvé comme visage échangé</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>approved as wholly generated</source>
            <translation>approuvé comme entièrement généré</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>approved as a montage</source>
            <translation>approuvé comme montage</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Decided otherwise in another copy</source>
            <translation>Verdict différent dans une autre copie</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/grid/wording.py"></location>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>{verdict}: {reason}</source>
            <translation>{verdict} : {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>made a reference portrait of {name}</source>
            <translation>devenu portrait de référence de {name}</translation>
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
            <source>Its kind there: {kind}</source>
            <translation>Type là-bas : {kind}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Its claim there: {name}</source>
            <translation>Personne indiquée là-bas : {name}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Its claim was another there.</source>
            <translation>La personne indiquée y était une autre.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Its faces are marked otherwise there.</source>
            <translation>Les visages y sont marqués autrement.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>no reference portrait of {name} any more</source>
            <translation>n’est plus un portrait de référence de {name}</translation>
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
            <location filename="../../curator/engine/workers/jobs.py"></location>
            <source>The program is closing and takes no more work.</source>
            <translation>Le programme se ferme et n’accepte plus de travail.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/jobs.py"></location>
            <source>The work was stopped because the program is closing.</source>
            <translation>Le travail a été arrêté parce que le programme se ferme.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/process.py"></location>
            <source>The program is closing.</source>
            <translation>Le programme se ferme.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/sandbox/protections.py"></location>
            <source>cannot open a connection</source>
            <translation>ne peut pas ouvrir de connexion</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/sandbox/protections.py"></location>
            <source>cannot write, rename or delete a file</source>
            <translation>ne peut ni écrire, ni renommer, ni supprimer un fichier</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/sandbox/protections.py"></location>
            <source>cannot start a program</source>
            <translation>ne peut pas lancer de programme</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/sandbox/protections.py"></location>
            <source>can read nothing but Curator's own program files</source>
            <translation>ne peut lire que les fichiers du programme Curator</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/sandbox/protections.py"></location>
            <source>can run no code but what it started with</source>
            <translation>ne peut exécuter que le code avec lequel il a démarré</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/sandbox/protections.py"></location>
            <source>has a limit of memory</source>
            <translation>a une mémoire limitée</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/worker.py"></location>
            <source>The face finder cannot be started ({error}).</source>
            <translation>La recherche de visages ne peut pas démarrer ({error}).</translation>
        </message>
        <message>
            <location filename="../../curator/ui/breaks.py"></location>
            <source>You have been looking at pictures for {minutes} minutes. A short break helps to see clearly.</source>
            <translation>Vous regardez des images depuis {minutes} minutes. Une courte pause aide à garder un regard net.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/cards.py"></location>
            <source>There is no preview of this picture.</source>
            <translation>Cette image n’a pas d’aperçu.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/cards.py"></location>
            <source>Nobody is named</source>
            <translation>Aucun nom donné</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/cards.py"></location>
            <source>No. {number}</source>
            <translation>N° {number}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/cards.py"></location>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{role}, {country}</source>
            <translation>{role}, {country}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/cards.py"></location>
            <source>{kind} · {making}</source>
            <translation>{kind} · {making}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>There is no picture to show on a contact sheet.</source>
            <translation>Il n’y a aucune image à montrer sur une planche-contact.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>Approve some first, or choose another filter.</source>
            <translation>Approuvez-en d’abord, ou choisissez un autre filtre.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>For internal use</source>
            <translation>Usage interne</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>Page {page} of {pages}</source>
            <translation>Page {page} sur {pages}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>For internal use: not to be published or passed on</source>
            <translation>Usage interne : ne pas publier ni transmettre</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>{n:,} deepfakes</source>
            <extracomment>One: {n:,} deepfake</extracomment>
            <translation>
                <numerusform>{n:,} deepfake</numerusform>
                <numerusform>{n:,} deepfakes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{n:,} portraits</source>
            <extracomment>One: {n:,} portrait</extracomment>
            <translation>
                <numerusform>{n:,} portrait</numerusform>
                <numerusform>{n:,} portraits</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>{n:,} pictures</source>
            <extracomment>One: {n:,} picture</extracomment>
            <translation>
                <numerusform>{n:,} image</numerusform>
                <numerusform>{n:,} images</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>{pictures}: {kinds}</source>
            <translation>{pictures} : {kinds}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Gallery</source>
            <translation>Galerie</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Credit</source>
            <translation>Crédit</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Licence</source>
            <translation>Licence</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Signature</source>
            <translation>Signature</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <source>none</source>
            <translation>sans</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <source>not possible</source>
            <translation>impossible</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <source>deepfakes, with a new certificate</source>
            <translation>deepfakes, avec un nouveau certificat</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <source>deepfakes, by {organisation}</source>
            <translation>deepfakes, par {organisation}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <location filename="../../curator/ui/export/lines.py"></location>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <location filename="../../curator/ui/log/model.py"></location>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>nobody</source>
            <translation>aucune personne</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/colleagues.py"></location>
            <location filename="../../curator/ui/export/past_pane.py"></location>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Show the folder</source>
            <translation>Afficher le dossier</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/colleagues.py"></location>
            <source>Progress of the file</source>
            <translation>Avancement du fichier</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/colleagues.py"></location>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>For colleagues</source>
            <translation>Pour les collègues</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/colleagues.py"></location>
            <source>Writing {file} …</source>
            <translation>Écriture de {file} …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/colleagues.py"></location>
            <source>Nothing was written.</source>
            <translation>Rien n’a été écrit.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/course.py"></location>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <location filename="../../curator/ui/review/note.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Cancel</source>
            <translation>Abandonner</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/course.py"></location>
            <source>Cancelling …</source>
            <translation>Interruption …</translation>
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
            <source>English</source>
            <translation>Anglais</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Italian</source>
            <translation>Italien</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>German</source>
            <translation>Allemand</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>French</source>
            <translation>Français</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>not in the index: the name is exported as it was sent</source>
            <translation>pas dans l’index : le nom est exporté tel qu’il a été envoyé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>its file says that more of it was made with AI than its label will say</source>
            <translation>son fichier déclare plus d’IA que ne le dira sa mention</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{count:,} {what}</source>
            <translation>{what} ({count:,})</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Nothing was exported from this catalogue before.</source>
            <translation>Rien n’a encore été exporté de ce catalogue.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Last export: {moment}, {n:,} pictures.</source>
            <extracomment>One: Last export: {moment}, {n:,} picture.</extracomment>
            <translation>
                <numerusform>Dernière exportation : {moment}, {n:,} image.</numerusform>
                <numerusform>Dernière exportation : {moment}, {n:,} images.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Credit and licence also go onto {n:,} portraits. Are they the campaign's own?</source>
            <extracomment>One: Credit and licence also go onto {n:,} portrait. Is it the campaign's own?</extracomment>
            <translation>
                <numerusform>Le crédit et la licence figureront aussi sur {n:,} portrait. Appartient-il à la campagne ?</numerusform>
                <numerusform>Le crédit et la licence figureront aussi sur {n:,} portraits. Appartiennent-ils à la campagne ?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Making {done:,} of {n:,} pictures</source>
            <extracomment>One: Making {done:,} of {n:,} picture</extracomment>
            <translation>
                <numerusform>Production de {done:,} image sur {n:,}</numerusform>
                <numerusform>Production de {done:,} images sur {n:,}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Writing the gallery: {done:,} of {n:,} pictures</source>
            <extracomment>One: Writing the gallery: {done:,} of {n:,} picture</extracomment>
            <translation>
                <numerusform>Écriture de la galerie : {done:,} image sur {n:,}</numerusform>
                <numerusform>Écriture de la galerie : {done:,} images sur {n:,}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Checking {done:,} of {n:,} pictures</source>
            <extracomment>One: Checking {done:,} of {n:,} picture</extracomment>
            <translation>
                <numerusform>Vérification de {done:,} image sur {n:,}</numerusform>
                <numerusform>Vérification de {done:,} images sur {n:,}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Checking the gallery: {done:,} of {n:,} pictures</source>
            <extracomment>One: Checking the gallery: {done:,} of {n:,} picture</extracomment>
            <translation>
                <numerusform>Vérification de la galerie : {done:,} image sur {n:,}</numerusform>
                <numerusform>Vérification de la galerie : {done:,} images sur {n:,}</numerusform>
            </translation>
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
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} withdrawn</source>
            <extracomment>One: {n:,} withdrawn</extracomment>
            <translation>
                <numerusform>{n:,} retiré</numerusform>
                <numerusform>{n:,} retirés</numerusform>
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
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{n:,} of the files are signed.</source>
            <extracomment>One: {n:,} of the files is signed.</extracomment>
            <translation>
                <numerusform>{n:,} fichier est signé.</numerusform>
                <numerusform>{n:,} fichiers sont signés.</numerusform>
            </translation>
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
            <source>With this export</source>
            <translation>Avec cette exportation</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/model.py"></location>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
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
            <location filename="../../curator/ui/export/options_form.py"></location>
            <location filename="../../curator/ui/export/side.py"></location>
            <location filename="../../curator/ui/export/site_pane.py"></location>
            <source>What goes along</source>
            <translation>Compléments</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Write the gallery as well</source>
            <translation>Écrire aussi la galerie</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>Title</source>
            <translation>Titre</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>the usual one, in each language</source>
            <translation>le titre habituel, dans chaque langue</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>nobody is named</source>
            <translation>aucun nom donné</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>a name or an address</source>
            <translation>un nom ou une adresse</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Pages that open from the folder and from a server. They load nothing from elsewhere.</source>
            <translation>Des pages qui s’ouvrent depuis le dossier et depuis un serveur. Elles ne chargent rien d’ailleurs.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Languages of the gallery</source>
            <translation>Langues de la galerie</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>In every picture</source>
            <translation>Dans chaque image</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Written into the files and shown in the gallery. Empty for none.</source>
            <translation>Inscrits dans les fichiers et affichés dans la galerie. Laissez vide pour n’en mettre aucun.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Both also go onto portraits. Those are often press photos, which are not the campaign's to give away.</source>
            <translation>Les deux figureront aussi sur les portraits. Ce sont souvent des photos de presse, dont la campagne ne peut pas disposer.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>The licence leads to {address}</source>
            <translation>La licence renvoie à {address}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>The licence is a name without an address.</source>
            <translation>La licence est un nom sans adresse.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>A gallery needs at least one language.</source>
            <translation>Une galerie demande au moins une langue.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/window/rail.py"></location>
            <source>Export</source>
            <translation>Exportation</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>For whom</source>
            <translation>Pour qui</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>For the site</source>
            <translation>Pour le site</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <location filename="../../curator/ui/export/past_pane.py"></location>
            <source>Past exports</source>
            <translation>Exportations passées</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>stands there whole</source>
            <translation>complète et en place</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>replaced by a newer one</source>
            <translation>remplacée par une plus récente</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>something else is there</source>
            <translation>autre contenu à sa place</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>the folder is not there</source>
            <translation>le dossier n’est pas là</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>the folder cannot be read</source>
            <translation>le dossier est illisible</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>Written</source>
            <translation>Écrite</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <location filename="../../curator/ui/export/side.py"></location>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Folder</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>Now</source>
            <translation>État</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>{n:,}</source>
            <translation>{n:,}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>looking …</source>
            <translation>vérification …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>not known</source>
            <translation>inconnue</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>{n:,} files are missing or changed</source>
            <extracomment>One: {n:,} file is missing or changed</extracomment>
            <translation>
                <numerusform>{n:,} fichier manque ou a changé</numerusform>
                <numerusform>{n:,} fichiers manquent ou ont changé</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_pane.py"></location>
            <source>Nothing was exported yet</source>
            <translation>Rien n’a encore été exporté</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_pane.py"></location>
            <source>Each export for the site is listed here, with its folder and whether it still stands there.</source>
            <translation>Chaque exportation pour le site figure ici avec son dossier ; on voit si elle y est toujours.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_pane.py"></location>
            <source>Looked at are the list of files and their sizes. Export again to make one whole.</source>
            <translation>La liste des fichiers et leurs tailles sont vérifiées. Exportez de nouveau pour en rétablir une en entier.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_pane.py"></location>
            <source>{folder}: {state}.</source>
            <translation>{folder} : {state}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>What the export would do</source>
            <translation>Ce que ferait l’exportation</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>Dry run</source>
            <translation>Essai</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>Nothing is written until you say so. Enter or a double click puts a picture on the desk.</source>
            <translation>Rien n’est écrit sans votre accord. Enter ou un double-clic met une image sur la table.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>Nothing of that kind</source>
            <translation>Rien de ce genre</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>No picture is listed under the chosen filters.</source>
            <translation>Aucune image ne figure sous les filtres choisis.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>Nothing to export</source>
            <translation>Rien à exporter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>Approved pictures are listed here, with what changed since the last export.</source>
            <translation>Les images approuvées sont listées ici, avec ce qui a changé depuis la dernière exportation.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>Writing {file}: {done:,} of {total:,}</source>
            <translation>Écriture de {file} : {done:,} sur {total:,}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>The log does not fit its chain, first at row {row}. Check the catalogue in the settings.</source>
            <translation>Le journal ne concorde pas avec sa chaîne, d’abord à la ligne {row}. Vérifiez le catalogue dans les réglages.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>{n:,} answers stand in {file} ({size}).</source>
            <extracomment>One: {n:,} answer stands in {file} ({size}).</extracomment>
            <translation>
                <numerusform>{n:,} réponse se trouve dans {file} ({size}).</numerusform>
                <numerusform>{n:,} réponses se trouvent dans {file} ({size}).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>{n:,} rows stand in {file} ({size}).</source>
            <extracomment>One: {n:,} row stands in {file} ({size}).</extracomment>
            <translation>
                <numerusform>{n:,} ligne se trouve dans {file} ({size}).</numerusform>
                <numerusform>{n:,} lignes se trouvent dans {file} ({size}).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>{n:,} pictures stand in {file} ({pages}, {size}).</source>
            <extracomment>One: {n:,} picture stands in {file} ({pages}, {size}).</extracomment>
            <translation>
                <numerusform>{n:,} image se trouve dans {file} ({pages}, {size}).</numerusform>
                <numerusform>{n:,} images se trouvent dans {file} ({pages}, {size}).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>{n:,} pages</source>
            <extracomment>One: {n:,} page</extracomment>
            <translation>
                <numerusform>{n:,} page</numerusform>
                <numerusform>{n:,} pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>{n:,} pictures are not in it because they were called unsafe.</source>
            <extracomment>One: {n:,} picture is not in it because it was called unsafe.</extracomment>
            <translation>
                <numerusform>{n:,} image n’y figure pas, car elle a été jugée inappropriée.</numerusform>
                <numerusform>{n:,} images n’y figurent pas, car elles ont été jugées inappropriées.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>Contact sheet</source>
            <translation>Planche-contact</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>Pictures on pages of paper, for meetings. Unsafe ones are never in it.</source>
            <translation>Des images sur des pages de papier, pour les réunions. Les images inappropriées n’y figurent jamais.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>Save the contact sheet …</source>
            <translation>Enregistrer la planche-contact …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>The approved set</source>
            <translation>Les envois approuvés</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>Paper</source>
            <translation>Papier</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>US Letter</source>
            <translation>US Letter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>Frame the faces</source>
            <translation>Encadrer les visages</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>What the review page lists: {what}</source>
            <translation>Liste de la page « Examen » : {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>contact sheet</source>
            <translation>planche-contact</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>PDF files</source>
            <translation>Fichiers PDF</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>Approved pictures</source>
            <translation>Images approuvées</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Looking at the approved set …</source>
            <translation>Examen des envois approuvés …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Change what goes along …</source>
            <translation>Modifier les compléments …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Choose folder …</source>
            <translation>Choisir un dossier …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Write it all the same</source>
            <translation>Écrire quand même</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Write the export</source>
            <translation>Écrire l’exportation</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Open the gallery</source>
            <translation>Ouvrir la galerie</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Progress of the export</source>
            <translation>Avancement de l’exportation</translation>
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
            <source>With this export: {changes}.</source>
            <translation>Avec cette exportation : {changes}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Not approved and not exported: {what}.</source>
            <translation>Non approuvés et non exportés : {what}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>The dry run could not be made</source>
            <translation>L’essai n’a pas pu être fait</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Gathering the approved set …</source>
            <translation>Collecte des envois approuvés …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>What stood in the folder before still stands.</source>
            <translation>Ce qui se trouvait dans le dossier y est toujours.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Nothing was written. What stood in the folder before still stands.</source>
            <translation>Rien n’a été écrit. Ce qui se trouvait dans le dossier y est toujours.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Before the export is written</source>
            <translation>Avant d’écrire l’exportation</translation>
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
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Proves that a deepfake left your campaign as it is. Whoever saves it anew loses the proof.</source>
            <translation>Prouve qu’un deepfake a quitté votre campagne tel quel. Quiconque le réenregistre perd la preuve.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Sign deepfakes (C2PA)</source>
            <translation>Signer les deepfakes (C2PA)</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Bring the campaign's own certificate …</source>
            <translation>Fournir le certificat de la campagne …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Go back to a certificate from Curator …</source>
            <translation>Revenir à un certificat de Curator …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Remove it and go back</source>
            <translation>Le supprimer et revenir</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Leave it as it is</source>
            <translation>Ne rien changer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Certificate …</source>
            <translation>Certificat …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Private key …</source>
            <translation>Clé privée …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Sign with it</source>
            <translation>L’utiliser</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>The certificate, as a PEM file</source>
            <translation>Le certificat, en fichier PEM</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Its private key, as a PEM file</source>
            <translation>Sa clé privée, en fichier PEM</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Two PEM files: the certificate with those above it, and its key without a password. Both are copied into the catalogue's folder.</source>
            <translation>Deux fichiers PEM : le certificat avec ceux dont il dépend, et sa clé sans mot de passe. Les deux sont copiés dans le dossier du catalogue.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>The certificate names {organisation} and holds until {day}. What is signed with it is valid as long.</source>
            <translation>Le certificat nomme {organisation} et vaut jusqu’au {day}. Ce qu’il signe est valable aussi longtemps.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Curator makes a certificate with the first signed export. It names {organisation} and holds ten years.</source>
            <translation>Curator crée un certificat à la première exportation signée. Il nomme {organisation} et vaut dix ans.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>The campaign's certificate and the copy of its key are deleted from the catalogue's folder. Keep your own. With the next export all deepfakes are signed anew.</source>
            <translation>Le certificat de la campagne et la copie de sa clé sont supprimés du dossier du catalogue. Gardez les vôtres. À la prochaine exportation, tous les deepfakes sont signés de nouveau.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>PEM files</source>
            <translation>Fichiers PEM</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <location filename="../../curator/ui/window/file_choice.py"></location>
            <source>All files</source>
            <translation>Tous les fichiers</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>not chosen yet</source>
            <translation>pas encore choisi</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/site_pane.py"></location>
            <source>Back to the dry run</source>
            <translation>Retour à l’essai</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/site_pane.py"></location>
            <source>Kept for the next time. A change holds at once.</source>
            <translation>Conservé pour la prochaine fois. Un changement s’applique aussitôt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>CSV with commas</source>
            <translation>CSV avec virgules</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>CSV with semicolons</source>
            <translation>CSV avec points-virgules</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>CSV with tabs</source>
            <translation>CSV avec tabulations</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>JSON Lines</source>
            <translation>JSON Lines</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Text to copy from</source>
            <translation>Texte à copier</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Verdicts, all while none is chosen</source>
            <translation>Verdicts (tous si aucun n’est choisi)</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>This file will name people: keep it inside the campaign, and delete it when it is used.</source>
            <translation>Ce fichier nommera des personnes : gardez-le au sein de la campagne et supprimez-le après usage.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>One row each, of all or of some verdicts. People are named only if you tick it.</source>
            <translation>Une ligne par envoi, pour tous les verdicts ou pour certains. Les personnes ne sont nommées que si vous le cochez.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Save the table …</source>
            <translation>Enregistrer le tableau …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>submissions</source>
            <translation>envois</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>With notes</source>
            <translation>Avec notes</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>With file names</source>
            <translation>Avec noms de fichier</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>With senders</source>
            <translation>Avec expéditeurs</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>The whole log, each row with its link, so that a colleague can check the chain.</source>
            <translation>Tout le journal, chaque ligne avec son maillon, pour qu’un collègue puisse vérifier la chaîne.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Save the log …</source>
            <translation>Enregistrer le journal …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>decisions</source>
            <translation>décisions</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Answers to senders</source>
            <translation>Réponses aux expéditeurs</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>One text a sender, about what was decided. Look each over before you send it.</source>
            <translation>Un texte par expéditeur, sur ce qui a été décidé. Relisez chacun avant de l’envoyer.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Save the answers …</source>
            <translation>Enregistrer les réponses …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>answers</source>
            <translation>réponses</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>With senders and their file names</source>
            <translation>Avec expéditeurs et leurs noms de fichier</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Fetch from NocoDB</source>
            <translation>Récupérer depuis NocoDB</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Look first</source>
            <translation>Regarder d’abord</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Curator shows the first five rows as they would be filed. Nothing is taken in before you say so.</source>
            <translation>Curator montre les cinq premières lignes telles qu’elles seraient chargées. Rien n’est chargé sans votre accord.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Fetch</source>
            <translation>Récupérer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Type the title or the id of the base.</source>
            <translation>Saisissez le titre ou l’identifiant de la base.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Type the title or the id of the table.</source>
            <translation>Saisissez le titre ou l’identifiant de la table.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Type a token. Whoever looks after the server can make one in NocoDB.</source>
            <translation>Saisissez un jeton. La personne qui gère le serveur peut en créer un dans NocoDB.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Fetch all rows</source>
            <translation>Tout récupérer</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Fetch {n:,} rows</source>
            <extracomment>One: Fetch {n:,} row</extracomment>
            <translation>
                <numerusform>Récupérer {n:,} ligne</numerusform>
                <numerusform>Récupérer {n:,} lignes</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Choose the column in which rows are marked, or do not mark them.</source>
            <translation>Choisissez la colonne où marquer les lignes, ou ne les marquez pas.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>guessed from the titles</source>
            <translation>devinées d’après les titres</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>the campaign's table “photos”</source>
            <translation>la table « photos » de la campagne</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>the campaign's table “contributions”</source>
            <translation>la table « contributions » de la campagne</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>chosen by hand</source>
            <translation>choisies à la main</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>Choice of columns</source>
            <translation>Choix des colonnes</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>Kind, if not told</source>
            <translation>Type, si non indiqué</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>What the columns mean</source>
            <translation>Sens des colonnes</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>no column</source>
            <translation>aucune colonne</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mark_row.py"></location>
            <source>Column to tick</source>
            <translation>Colonne à cocher</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mark_row.py"></location>
            <source>choose one</source>
            <translation>à choisir</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mark_row.py"></location>
            <source>Mark rows as imported on the server:</source>
            <translation>Marquer les lignes comme importées sur le serveur :</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mark_row.py"></location>
            <source>Rows cannot be marked on the server: it has no column of check boxes for it.</source>
            <translation>Les lignes ne peuvent pas être marquées sur le serveur : il n’a pas de colonne de cases à cocher pour cela.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mark_row.py"></location>
            <source>Curator writes nothing else there.</source>
            <translation>Curator n’y écrit rien d’autre.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/preview_pane.py"></location>
            <source>Say which column holds the pictures.</source>
            <translation>Indiquez quelle colonne contient les images.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/preview_pane.py"></location>
            <source>Reading the rows again</source>
            <translation>Nouvelle lecture des lignes</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/preview_pane.py"></location>
            <source>The table has no rows</source>
            <translation>La table n’a aucune ligne</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/fetch/preview_pane.py"></location>
            <source>The first {n} rows, as they would be filed</source>
            <extracomment>One: The first row, as it would be filed</extracomment>
            <translation>
                <numerusform>La première ligne, telle qu’elle serait chargée</numerusform>
                <numerusform>Les {n} premières lignes, telles qu’elles seraient chargées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/fetch/preview_pane.py"></location>
            <source>{shown} of {n:,} rows, as they would be filed</source>
            <extracomment>One: {shown} of {n:,} row, as it would be filed</extracomment>
            <translation>
                <numerusform>{shown} ligne sur {n:,}, telle qu’elle serait chargée</numerusform>
                <numerusform>{shown} lignes sur {n:,}, telles qu’elles seraient chargées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/fetch/preview_pane.py"></location>
            <source>{n} more warnings</source>
            <extracomment>One: {n} more warning</extracomment>
            <translation>
                <numerusform>{n} autre avertissement</numerusform>
                <numerusform>{n} autres avertissements</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <source>{name} (not in the index)</source>
            <translation>{name} (pas dans l’index)</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>nothing</source>
            <translation>rien</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <source>no picture</source>
            <translation>aucune image</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/rows_table.py"></location>
            <source>The first rows as they would be filed</source>
            <translation>Les premières lignes telles qu’elles seraient chargées</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>title or id</source>
            <translation>titre ou ID</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Keep it in this computer's keyring</source>
            <translation>Le garder dans le trousseau de cet ordinateur</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Forget it</source>
            <translation>L’oublier</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Look at the table</source>
            <translation>Voir la table</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Address of the server</source>
            <translation>Adresse du serveur</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Base</source>
            <translation>Base</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Table</source>
            <translation>Table</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Token</source>
            <translation>Jeton</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Look again</source>
            <translation>Revoir</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>the one that is kept</source>
            <translation>le jeton conservé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>One is kept in this computer's keyring.</source>
            <translation>Un jeton est conservé dans le trousseau de cet ordinateur.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>This computer has no safe keyring: the token is asked for each time.</source>
            <translation>Cet ordinateur n’a pas de trousseau sûr : le jeton est demandé à chaque fois.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/waiting.py"></location>
            <source>A server that does not answer is given up after a while. Nothing is taken in yet.</source>
            <translation>Curator renonce au bout d’un moment si un serveur ne répond pas. Rien n’est encore chargé.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/waiting.py"></location>
            <source>Waiting for the server</source>
            <translation>Attente du serveur</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/waiting.py"></location>
            <source>Stop waiting</source>
            <translation>Ne plus attendre</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/waiting.py"></location>
            <source>Asking {host} …</source>
            <translation>Demande à {host} …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/wording.py"></location>
            <source>A fetch is the only time that Curator uses the network. It talks to the server that you name here, and to no other computer.</source>
            <translation>Une récupération est le seul moment où Curator utilise le réseau. Il ne communique qu’avec le serveur que vous indiquez ici, jamais avec un autre ordinateur.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/wording.py"></location>
            <source>A fetch is the only time that Curator uses the network. It talks to {host}, and to no other computer.</source>
            <translation>Une récupération est le seul moment où Curator utilise le réseau. Il ne communique qu’avec {host}, jamais avec un autre ordinateur.</translation>
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
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Approve as …</source>
            <translation>Approuver comme …</translation>
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
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Approve</source>
            <translation>Approuver</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Reject …</source>
            <translation>Rejeter …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Skip</source>
            <translation>Passer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Ask</source>
            <translation>Demander</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>{n:,} submissions</source>
            <extracomment>One: {n:,} submission</extracomment>
            <translation>
                <numerusform>{n:,} envoi</numerusform>
                <numerusform>{n:,} envois</numerusform>
            </translation>
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
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <location filename="../../curator/ui/window/rail.py"></location>
            <source>Politicians</source>
            <translation>Politiques</translation>
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
            <source>Not all of the selected are approved, and only those can be withdrawn.</source>
            <translation>La sélection contient des envois qui ne sont pas approuvés ; seuls les envois approuvés peuvent être retirés.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>{n:,} are selected. At most {most:,} are decided at once: nobody has looked at so many.</source>
            <translation>{n:,} visages sont sélectionnés. Décider de {most:,} au plus à la fois : personne n’en a regardé autant.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>There is nothing to undo.</source>
            <translation>Il n’y a rien à annuler.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <location filename="../../curator/ui/window/review_page.py"></location>
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
            <source>{n:,} withdrawn: the next export goes without them.</source>
            <extracomment>One: {n:,} withdrawn: the next export goes without it.</extracomment>
            <translation>
                <numerusform>{n:,} retiré : la prochaine exportation se fera sans lui.</numerusform>
                <numerusform>{n:,} retirés : la prochaine exportation se fera sans eux.</numerusform>
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
            <source>Ends the load; what was loaded stays.</source>
            <translation>Met fin au chargement ; ce qui a été chargé reste.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Paused</source>
            <translation>En pause</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Loading</source>
            <translation>Chargement</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Analysing</source>
            <translation>Analyse</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <location filename="../../curator/ui/review/zoom_readout.py"></location>
            <source>{n} %</source>
            <translation>{n} %</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Go on</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Looking what there is to load …</source>
            <translation>Recherche de ce qu’il y a à charger …</translation>
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
            <location filename="../../curator/ui/keyboard/bindings.py"></location>
            <source>This is no key that a command can have.</source>
            <translation>Cette touche ne peut pas servir de raccourci.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/bindings.py"></location>
            <source>A key that is held works without Ctrl, Alt and Shift.</source>
            <translation>Une touche à maintenir s’utilise sans Ctrl, Alt ni Shift.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/bindings.py"></location>
            <source>{key} belongs to “{command}”.</source>
            <translation>{key} est déjà attribué à « {command} ».</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>&amp;File</source>
            <translation>&amp;Fichier</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>&amp;Review</source>
            <translation>&amp;Examen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>&amp;Picture</source>
            <translation>&amp;Image</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>&amp;View</source>
            <translation>&amp;Affichage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>&amp;Help</source>
            <translation>A&amp;ide</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Deciding and moving</source>
            <translation>Décider et se déplacer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Looking</source>
            <translation>Regarder</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Window</source>
            <translation>Fenêtre</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Catalogue</source>
            <translation>Catalogue</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>New catalogue …</source>
            <translation>Nouveau catalogue …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Open catalogue …</source>
            <translation>Ouvrir un catalogue …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Open the sample catalogue</source>
            <translation>Ouvrir le catalogue d’exemple</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Load pictures …</source>
            <translation>Charger des images …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Load a folder …</source>
            <translation>Charger un dossier …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Fetch from NocoDB …</source>
            <translation>Récupérer depuis NocoDB …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Import politicians from a folder …</source>
            <translation>Importer des personnalités politiques depuis un dossier …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Export the approved set …</source>
            <translation>Exporter les envois approuvés …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Your name …</source>
            <translation>Votre nom …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Quit</source>
            <translation>Quitter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Reject with the advised reason</source>
            <translation>Rejeter avec le motif conseillé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Reject: not the politician</source>
            <translation>Rejeter : pas la personne indiquée</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Reject: more than one face</source>
            <translation>Rejeter : plusieurs visages</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Reject: no face</source>
            <translation>Rejeter : aucun visage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Reject: duplicate</source>
            <translation>Rejeter : doublon</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Reject: unsafe, hide at once</source>
            <translation>Rejeter : inapproprié, masquer aussitôt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Ask a colleague</source>
            <translation>Demander à un collègue</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Withdraw what was approved …</source>
            <translation>Retirer ce qui a été approuvé …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Use as reference portrait …</source>
            <translation>Prendre comme portrait de référence …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Do again</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Next</source>
            <translation>Suivant</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Previous</source>
            <translation>Précédent</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Next undecided</source>
            <translation>Suivant à décider</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Previous undecided</source>
            <translation>Précédent à décider</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/widgets/fields.py"></location>
            <source>Search</source>
            <translation>Rechercher</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>More filters</source>
            <translation>Plus de filtres</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Say whom it shows …</source>
            <translation>Indiquer qui est montré …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Deepfake or portrait</source>
            <translation>Deepfake ou portrait</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>Edit the note</source>
            <translation>Modifier la note</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Draw a missed face</source>
            <translation>Tracer un visage manqué</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Not a face</source>
            <translation>Pas un visage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Grid of faces</source>
            <translation>Grille de visages</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Compare with the portrait</source>
            <translation>Comparer avec le portrait</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Flicker between the two</source>
            <translation>Alterner entre les deux</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Show near-duplicates</source>
            <translation>Afficher les quasi-doublons</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Face boxes</source>
            <translation>Cadres des visages</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Landmarks</source>
            <translation>Repères du visage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Next reference portrait</source>
            <translation>Portrait de référence suivant</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Previous reference portrait</source>
            <translation>Portrait de référence précédent</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Next face</source>
            <translation>Visage suivant</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Previous face</source>
            <translation>Visage précédent</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Zoom in</source>
            <translation>Zoom avant</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Zoom out</source>
            <translation>Zoom arrière</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <location filename="../../curator/ui/review/zoom_readout.py"></location>
            <source>Fit the picture</source>
            <translation>Ajuster l’image</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <location filename="../../curator/ui/review/zoom_readout.py"></location>
            <source>Full size</source>
            <translation>Taille réelle</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Veil pictures</source>
            <translation>Voiler les images</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Look at a veiled picture</source>
            <translation>Regarder une image voilée</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Full screen</source>
            <translation>Plein écran</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Larger text</source>
            <translation>Texte plus grand</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Smaller text</source>
            <translation>Texte plus petit</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Text at its usual size</source>
            <translation>Texte à sa taille habituelle</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/window/rail.py"></location>
            <source>Review</source>
            <translation>Examen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/log/page.py"></location>
            <location filename="../../curator/ui/window/rail.py"></location>
            <source>Log</source>
            <translation>Journal</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/settings/page.py"></location>
            <location filename="../../curator/ui/window/rail.py"></location>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <location filename="../../curator/ui/window/key_help.py"></location>
            <source>Keys</source>
            <translation>Raccourcis</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>About Curator</source>
            <translation>À propos de Curator</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Enter presses buttons and ends what is written or drawn, so it cannot be used here.</source>
            <translation>Enter active les boutons et termine ce qui est écrit ou tracé ; cette touche ne peut donc pas servir ici.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Esc gives up what was begun, so it cannot be used here.</source>
            <translation>Esc abandonne ce qui est commencé ; cette touche ne peut donc pas servir ici.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Tab goes from field to field, so it cannot be used here.</source>
            <translation>Tab passe d’un champ à l’autre ; cette touche ne peut donc pas servir ici.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Space presses the button that is reached with Tab, so it cannot be used here.</source>
            <translation>Space active le bouton atteint avec Tab ; cette touche ne peut donc pas servir ici.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Text fields need this key, so it cannot be used here.</source>
            <translation>Les champs de texte ont besoin de cette touche ; elle ne peut donc pas servir ici.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Arrows and page keys move in lists, fields and pictures, so they cannot be used here.</source>
            <translation>Les flèches et les touches de page servent dans les listes, les champs et les images ; elles ne peuvent donc pas servir ici.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Alt with a letter opens the menus, so it cannot be used here.</source>
            <translation>Alt avec une lettre ouvre les menus ; cette combinaison ne peut donc pas servir ici.</translation>
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
            <location filename="../../curator/ui/review/elsewhere.py"></location>
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
            <source>Where it was decided</source>
            <translation>Origine de la décision</translation>
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
            <source>from another copy</source>
            <translation>d’une autre copie</translation>
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
            <location filename="../../curator/ui/review/history.py"></location>
            <source>{what}; {ended}</source>
            <translation>{what} ; {ended}</translation>
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
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
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
            <location filename="../../curator/ui/merged.py"></location>
            <source>{curator}, {when}, in another copy; brought in {then}</source>
            <translation>{curator}, {when}, dans une autre copie ; importé le {then}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/merged.py"></location>
            <source>{curator}, {when}, in another copy; brought in {then} by {name}</source>
            <translation>{curator}, {when}, dans une autre copie ; importé le {then} par {name}</translation>
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
            <location filename="../../curator/ui/pickers/choice_picker.py"></location>
            <source>Note, if you like (Tab)</source>
            <translation>Note facultative (Tab)</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/choice_picker.py"></location>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <location filename="../../curator/ui/widgets/buttons.py"></location>
            <source>Key {key}</source>
            <translation>Touche {key}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Parts of a photo were exchanged or generated.</source>
            <translation>Des parties d’une photo ont été remplacées ou générées.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>The whole picture was generated.</source>
            <translation>L’image entière a été générée.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Put together; with which tool is not known.</source>
            <translation>Composée de parties ; l’outil n’est pas connu.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Approve as</source>
            <translation>Approuver comme</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Approve as what?</source>
            <translation>Approuver comme quoi ?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Approve {n:,} as what?</source>
            <translation>Approuver {n:,} envois comme quoi ?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Its label tells that wherever the picture is shown.</source>
            <translation>Sa mention l’indique partout où l’image est montrée.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Their labels tell that wherever they are shown. Portraits have none.</source>
            <translation>Leurs mentions l’indiquent partout où ils sont montrés. Les portraits n’en ont pas.</translation>
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
            <location filename="../../curator/ui/pickers/promote_picker.py"></location>
            <source>Use as reference portrait</source>
            <translation>Prendre comme portrait de référence</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/promote_picker.py"></location>
            <source>Use it as a reference portrait of {name}?</source>
            <translation>Le prendre comme portrait de référence de {name} ?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/promote_picker.py"></location>
            <source>Every face is compared with it from then on. Only a real photo may be one.</source>
            <translation>Chaque visage sera ensuite comparé avec lui. Seule une vraie photo peut en être un.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/promote_picker.py"></location>
            <source>Yes, it is a real photo of {name}</source>
            <translation>Oui, c’est une vraie photo de {name}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/promote_picker.py"></location>
            <source>No</source>
            <translation>Non</translation>
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
            <location filename="../../curator/ui/pickers/withdraw_picker.py"></location>
            <source>Withdraw</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/withdraw_picker.py"></location>
            <source>Withdraw {what}: why?</source>
            <translation>Retirer {what} : pourquoi ?</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/pickers/withdraw_picker.py"></location>
            <source>The next export goes without them and says why.</source>
            <extracomment>One: The next export goes without it and says why.</extracomment>
            <translation>
                <numerusform>La prochaine exportation se fera sans lui et dira pourquoi.</numerusform>
                <numerusform>La prochaine exportation se fera sans eux et dira pourquoi.</numerusform>
            </translation>
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
            <source>portraits wait</source>
            <translation>portraits en attente</translation>
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
            <location filename="../../curator/ui/politicians/board_delegate.py"></location>
            <source>Portraits wait</source>
            <translation>Portraits en attente</translation>
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
            <source>{n:,} portraits wait</source>
            <extracomment>One: {n:,} portrait waits</extracomment>
            <translation>
                <numerusform>{n:,} portrait en attente</numerusform>
                <numerusform>{n:,} portraits en attente</numerusform>
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
            <source>Drop a folder or a table of politicians first, and then their photos.</source>
            <translation>Déposez d’abord un dossier ou un tableau de personnalités politiques, puis leurs photos.</translation>
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
            <source>Name of the country</source>
            <translation>Nom du pays</translation>
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
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>The portraits wait for analysis: nothing can be compared yet.</source>
            <translation>Les portraits attendent l’analyse : rien ne peut encore être comparé.</translation>
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
            <location filename="../../curator/ui/window/main_window.py"></location>
            <source>A folder laid out as Country/Name Surname</source>
            <translation>Un dossier structuré en Pays/Prénom Nom</translation>
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
            <source>From an approved submission.</source>
            <translation>Vient d’un envoi approuvé.</translation>
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
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} refused</source>
            <extracomment>One: {n:,} refused</extracomment>
            <translation>
                <numerusform>{n:,} refus</numerusform>
                <numerusform>{n:,} refus</numerusform>
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
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
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
            <source>What was found</source>
            <translation>Ce qui a été constaté</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Politician</source>
            <translation>Personnalité politique</translation>
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
        <message numerus="yes">
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>{n:,} chosen pictures</source>
            <extracomment>One: {n:,} chosen picture</extracomment>
            <translation>
                <numerusform>{n:,} image choisie</numerusform>
                <numerusform>{n:,} images choisies</numerusform>
            </translation>
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
            <location filename="../../curator/ui/queue/head.py"></location>
            <location filename="../../curator/ui/queue/saved_page.py"></location>
            <source>Saved filters</source>
            <translation>Filtres enregistrés</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <location filename="../../curator/ui/queue/filters_button.py"></location>
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
        <message numerus="yes">
            <location filename="../../curator/ui/queue/filters_button.py"></location>
            <source>Filters {n}</source>
            <extracomment>One: Filters {n}</extracomment>
            <translation>
                <numerusform>Filtres {n}</numerusform>
                <numerusform>Filtres {n}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/filters_button.py"></location>
            <source>Filters, {n} are on</source>
            <extracomment>One: Filters, {n} is on</extracomment>
            <translation>
                <numerusform>Filtres, {n} actif</numerusform>
                <numerusform>Filtres, {n} actifs</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>Which submissions are listed</source>
            <translation>Quels envois sont listés</translation>
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
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>How the list is sorted</source>
            <translation>Ordre de la liste</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>The other way round</source>
            <translation>Dans l’autre sens</translation>
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
            <source>Drop pictures or folders here, load them from a folder, or fetch them from NocoDB.</source>
            <translation>Déposez ici des images ou des dossiers, chargez-les depuis un dossier, ou récupérez-les depuis NocoDB.</translation>
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
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>approve {what}</source>
            <translation>approuver {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>reject {what}</source>
            <translation>rejeter {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>skip {what}</source>
            <translation>passer {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>withdraw {what}</source>
            <translation>retirer {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>open {what} again</source>
            <translation>rouvrir {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>claim of {what}</source>
            <translation>personne indiquée pour {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>faces of {what}</source>
            <translation>visages pour {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>kind of {what}</source>
            <translation>type pour {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>note on {what}</source>
            <translation>note sur {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>reference portrait {what}</source>
            <translation>portrait de référence pour {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>as face swap</source>
            <translation>visage échangé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>as generated</source>
            <translation>généré</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>as montage</source>
            <translation>montage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>as portrait</source>
            <translation>portrait</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>ask about {what}</source>
            <translation>demande sur {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>Nothing loaded yet</source>
            <translation>Rien de chargé pour l’instant</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>All {n:,} decided</source>
            <translation>Tout est décidé ({n:,})</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>{decided:,} of {total:,} decided</source>
            <translation>{decided:,} sur {total:,} décidés</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>{decided:,} of {total:,} decided, {aside:,} set aside</source>
            <translation>{decided:,} sur {total:,} décidés, {aside:,} mis de côté</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>{n:,} brought in</source>
            <extracomment>One: {n:,} brought in</extracomment>
            <translation>
                <numerusform>{n:,} importée</numerusform>
                <numerusform>{n:,} importées</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>{verdict} by {curator}, {day}</source>
            <translation>{verdict} par {curator}, le {day}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>{verdict} by {curator}, {day}: {reason}</source>
            <translation>{verdict} par {curator}, le {day} : {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>paused, {n:,} to analyse</source>
            <translation>en pause, {n:,} à analyser</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>paused</source>
            <translation>en pause</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>analysing {n:,} more</source>
            <translation>analyse, encore {n:,}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>loading</source>
            <translation>chargement</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>loading {done:,} of {total:,}</source>
            <translation>chargement : {done:,} sur {total:,}</translation>
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
            <location filename="../../curator/ui/review/compare/sheet.py"></location>
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
            <source>nearest others</source>
            <extracomment>One: nearest other</extracomment>
            <translation>
                <numerusform>autre le plus proche</numerusform>
                <numerusform>autres les plus proches</numerusform>
            </translation>
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
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>What the file says about itself</source>
            <translation>Ce que le fichier dit de lui-même</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>In the file, but never in an export: {things}.</source>
            <translation>Dans le fichier, mais jamais dans une exportation : {things}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>Nobody has checked that: a file can say anything.</source>
            <translation>Personne ne l’a vérifié : un fichier peut dire n’importe quoi.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>It says that AI was used.</source>
            <translation>Il déclare l’usage de l’IA.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>It says nothing about AI.</source>
            <translation>Il ne dit rien sur l’IA.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>Nothing.</source>
            <translation>Rien.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>That means nothing: most made-up pictures are silent.</source>
            <translation>Cela ne prouve rien : la plupart des images truquées n’en disent rien.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
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
            <source>A note has at most {n:,} letters: the rest was left out.</source>
            <translation>Une note compte au plus {n:,} caractères : le reste a été laissé de côté.</translation>
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
            <source>Withdraw …</source>
            <translation>Retirer …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Reject</source>
            <translation>Rejeter</translation>
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
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>There is nothing on the desk to decide about.</source>
            <translation>Il n’y a rien à décider sur la table.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>A portrait is never labelled as made up. Approve it as it is.</source>
            <translation>Un portrait ne porte jamais de mention de trucage. Approuvez-le tel quel.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>It is withdrawn already.</source>
            <translation>Il est déjà retiré.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>It is not approved, so there is nothing to withdraw.</source>
            <translation>Il n’est pas approuvé ; il n’y a donc rien à retirer.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>A picture that cannot be opened cannot be approved.</source>
            <translation>Une image qui ne peut pas être ouverte ne peut pas être approuvée.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>Wait until the picture has been analysed.</source>
            <translation>Attendez que l’image ait été analysée.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/zoom_readout.py"></location>
            <source>Zoom: {zoom}</source>
            <translation>Zoom : {zoom}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/zoom_readout.py"></location>
            <source>Zoom</source>
            <translation>Zoom</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/engine.py"></location>
            <source>The workers are busy with an export.</source>
            <translation>Les processus sont occupés par une exportation.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/engine.py"></location>
            <source>Change the detector when it is done.</source>
            <translation>Changez de détecteur quand elle sera terminée.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/fetching.py"></location>
            <source>An error in Curator ended the look.</source>
            <translation>Une erreur dans Curator a mis fin à la consultation.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/fetching.py"></location>
            <source>Report the error if it returns.</source>
            <translation>Signalez l’erreur si elle revient.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>The fetch stopped. {reason}</source>
            <translation>La récupération s’est arrêtée. {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>The load stopped. {reason} Load the same files again to go on.</source>
            <translation>Le chargement s’est arrêté. {reason} Chargez de nouveau les mêmes fichiers pour continuer.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} politicians added</source>
            <extracomment>One: {n:,} politician added</extracomment>
            <translation>
                <numerusform>{n:,} personnalité politique ajoutée</numerusform>
                <numerusform>{n:,} personnalités politiques ajoutées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} politicians completed</source>
            <extracomment>One: {n:,} politician completed</extracomment>
            <translation>
                <numerusform>{n:,} personnalité politique complétée</numerusform>
                <numerusform>{n:,} personnalités politiques complétées</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>No pictures were found.</source>
            <translation>Aucune image n’a été trouvée.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} pictures loaded</source>
            <extracomment>One: {n:,} picture loaded</extracomment>
            <translation>
                <numerusform>{n:,} image chargée</numerusform>
                <numerusform>{n:,} images chargées</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>nothing loaded</source>
            <translation>rien n’a été chargé</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} portraits loaded</source>
            <extracomment>One: {n:,} portrait loaded</extracomment>
            <translation>
                <numerusform>{n:,} portrait chargé</numerusform>
                <numerusform>{n:,} portraits chargés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} already there</source>
            <extracomment>One: {n:,} already there</extracomment>
            <translation>
                <numerusform>{n:,} déjà là</numerusform>
                <numerusform>{n:,} déjà là</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} portraits already there</source>
            <extracomment>One: {n:,} portrait already there</extracomment>
            <translation>
                <numerusform>{n:,} portrait déjà là</numerusform>
                <numerusform>{n:,} portraits déjà là</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>Load cancelled: {what}</source>
            <translation>Chargement interrompu : {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/merging.py"></location>
            <source>An error in Curator ended it.</source>
            <translation>Une erreur dans Curator a mis fin à l’importation.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/merging.py"></location>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <location filename="../../curator/ui/session/upkeep.py"></location>
            <source>Something is being erased just now.</source>
            <translation>Un effacement est en cours.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/merging.py"></location>
            <source>Try again when that is done.</source>
            <translation>Réessayez quand ce sera terminé.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>An error in Curator ended the erasing.</source>
            <translation>Une erreur dans Curator a mis fin à l’effacement.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Pictures are being loaded just now.</source>
            <translation>Des images sont en cours de chargement.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Erase when that is done, or cancel it.</source>
            <translation>Effacez quand ce sera terminé, ou interrompez le chargement.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Something else is being erased just now.</source>
            <translation>Un autre effacement est en cours.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Decisions of another copy are being brought in just now.</source>
            <translation>Des décisions d’une autre copie sont en cours d’importation.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>An export or a file for colleagues is being written just now.</source>
            <translation>Un export ou un fichier pour les collègues est en cours d’écriture.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Erase when it is written, or cancel it.</source>
            <translation>Effacez quand l’écriture sera terminée, ou interrompez-la.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Load again when that is done.</source>
            <translation>Chargez de nouveau quand il sera terminé.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Write it again when that is done.</source>
            <translation>Relancez l’écriture quand ce sera terminé.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Nothing was changed by what you just did: do it again in some seconds.</source>
            <translation>Ce que vous venez de faire n’a rien modifié : refaites-le dans quelques secondes.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>It goes on when the catalogue is opened the next time.</source>
            <translation>L’effacement reprendra à la prochaine ouverture du catalogue.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/session.py"></location>
            <source>A load was interrupted last time. Curator goes on with it.</source>
            <translation>Un chargement a été interrompu la dernière fois. Curator le poursuit.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/session.py"></location>
            <source>Something was decided while the export was written. Export again to include it.</source>
            <translation>Une décision a été prise pendant l’écriture de l’exportation. Exportez de nouveau pour l’inclure.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/upkeep.py"></location>
            <source>No backup could be made. {why}</source>
            <translation>Aucune sauvegarde n’a pu être faite. {why}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/upkeep.py"></location>
            <source>The folder {folder} for backups cannot be used.</source>
            <translation>Le dossier de sauvegardes {folder} ne peut pas être utilisé.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/upkeep.py"></location>
            <source>Backups go into the catalogue's own folder until its disk is connected again, or another folder is chosen in the settings.</source>
            <translation>Les sauvegardes vont dans le dossier du catalogue jusqu’à ce que son disque soit reconnecté ou qu’un autre dossier soit choisi dans les réglages.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/upkeep.py"></location>
            <source>Restore when that is done.</source>
            <translation>Restaurez quand il sera terminé.</translation>
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
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Backups</source>
            <translation>Sauvegardes</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Copies of the database with all names and decisions, without the pictures.</source>
            <translation>Copies de la base de données avec tous les noms et toutes les décisions, sans les images.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Newest</source>
            <translation>Dernière</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Back up now</source>
            <translation>Sauvegarder</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Restore a backup …</source>
            <translation>Restaurer une sauvegarde …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Bring in decisions …</source>
            <translation>Importer des décisions …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Choose another folder …</source>
            <translation>Choisir un autre dossier …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Use the catalogue's own folder</source>
            <translation>Utiliser le dossier du catalogue</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Made without being asked when the catalogue is closed, after {n} decisions, and a day after the last one, if anything was done since. Of these are kept: the newest five, one a day for a week, one a week for a month. What you made yourself is kept until you delete it. Erasing reaches all backups whose disk is connected.</source>
            <translation>Faites automatiquement à la fermeture du catalogue, après {n} décisions et un jour après la dernière, si quelque chose a été fait depuis. Parmi celles-ci sont conservées : les cinq plus récentes, une par jour pendant une semaine, une par semaine pendant un mois. Celles que vous avez faites vous-même restent jusqu’à ce que vous les supprimiez. Un effacement s’étend à toutes les sauvegardes dont le disque est connecté.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>none yet</source>
            <translation>aucune</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>{n:,} backups</source>
            <extracomment>One: {n:,} backup</extracomment>
            <translation>
                <numerusform>{n:,} sauvegarde</numerusform>
                <numerusform>{n:,} sauvegardes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>{found}; the disks of {n:,} folders with more are not connected</source>
            <extracomment>One: {found}; the disk of {n:,} folder with more is not connected</extracomment>
            <translation>
                <numerusform>{found} ; le disque de {n:,} autre dossier de sauvegardes n’est pas connecté</numerusform>
                <numerusform>{found} ; les disques de {n:,} autres dossiers de sauvegardes ne sont pas connectés</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Copying the database …</source>
            <translation>Copie de la base de données …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Saved as {file}, and checked.</source>
            <translation>Enregistrée sous {file}, et vérifiée.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>A folder for backups, best on another disk</source>
            <translation>Un dossier pour les sauvegardes, de préférence sur un autre disque</translation>
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
            <source>Where submitted pictures are opened</source>
            <translation>Où s’ouvrent les images envoyées</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>In worker processes alone, never in this window. Whatever a file does to one, a worker:</source>
            <translation>Uniquement dans des processus à part, jamais dans cette fenêtre. Quoi qu’un fichier lui fasse, un processus :</translation>
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
            <location filename="../../curator/ui/settings/protections.py"></location>
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
            <location filename="../../curator/ui/settings/erasing.py"></location>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>Erase for good</source>
            <translation>Effacer pour de bon</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/erasing.py"></location>
            <source>Keep it</source>
            <translation>Conserver</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/erasing.py"></location>
            <source>Progress of erasing</source>
            <translation>Avancement de l’effacement</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/erasing.py"></location>
            <source>Being erased. Rows go first, then files, then the database is written anew …</source>
            <translation>Effacement en cours. D’abord les lignes, puis les fichiers, puis la base de données est réécrite …</translation>
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
            <source>Open the folder</source>
            <translation>Ouvrir le dossier</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Check this catalogue</source>
            <translation>Vérifier ce catalogue</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Repair</source>
            <translation>Réparer</translation>
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
            <source>Reads the database, the decision log and every original again. Work goes on meanwhile. A repair makes previews, indexes and counts anew; it never touches decisions or pictures.</source>
            <translation>Relit la base de données, le journal des décisions et chaque original. Le travail continue pendant ce temps. Une réparation recrée les aperçus, les index et les nombres ; elle ne touche jamais aux décisions ni aux images.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>{total:,}, of which {undecided:,} undecided</source>
            <translation>{total:,}, dont {undecided:,} à décider</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Reading the database and the decisions …</source>
            <translation>Lecture de la base de données et des décisions …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Making anew what can be computed …</source>
            <translation>Ce qui peut être recalculé est recréé …</translation>
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
            <location filename="../../curator/ui/window/key_help.py"></location>
            <source>{command} (hold the key)</source>
            <translation>{command} (maintenir la touche)</translation>
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
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Bring in decisions</source>
            <translation>Importer des décisions</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Backups, newest first, and other copies</source>
            <translation>Sauvegardes, récentes d’abord, et autres copies</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>A backup …</source>
            <translation>Sauvegarde …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>A catalogue’s folder …</source>
            <translation>Dossier d’un catalogue …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Progress</source>
            <translation>Avancement</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Bring in</source>
            <translation>Importer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Show them</source>
            <translation>Les afficher</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Change nothing</source>
            <translation>Ne rien changer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Choose a backup, or the folder of a catalogue: a colleague’s copy on a stick, for example.</source>
            <translation>Choisissez une sauvegarde ou le dossier d’un catalogue : la copie d’un collègue sur une clé USB, par exemple.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>What was decided in another copy of this catalogue comes in where nobody has decided here. What was decided here stays as it is. The other copy is only read.</source>
            <translation>Ce qui a été décidé dans une autre copie de ce catalogue est importé là où personne n’a décidé ici. Ce qui a été décidé ici reste tel quel. L’autre copie est seulement lue.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>A backup of this catalogue</source>
            <translation>Une sauvegarde de ce catalogue</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Backups (*.db)</source>
            <translation>Sauvegardes (*.db)</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>The folder of another copy of this catalogue</source>
            <translation>Le dossier d’une autre copie de ce catalogue</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Reading the copy and checking it …</source>
            <translation>Lecture et vérification de la copie …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Bringing in …</source>
            <translation>Importation …</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Compared {done:,} of {n:,} submissions …</source>
            <extracomment>One: Compared {done:,} of {n:,} submission …</extracomment>
            <translation>
                <numerusform>Envois comparés : {done:,} sur {n:,} …</numerusform>
                <numerusform>Envois comparés : {done:,} sur {n:,} …</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>What is left to a person is kept among the saved filters.</source>
            <translation>Ce que l’importation laisse à décider est gardé parmi les filtres enregistrés.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>It is sound. Undo takes the decisions back in one step.</source>
            <translation>Elle est intacte. Annuler revient sur les décisions en une seule étape.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>It is sound.</source>
            <translation>Elle est intacte.</translation>
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
            <location filename="../../curator/ui/window/main_window.py"></location>
            <source>Your name</source>
            <translation>Votre nom</translation>
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
            <source>Another language is spoken from the next start on.</source>
            <translation>Une autre langue s’applique au prochain démarrage.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <location filename="../../curator/ui/window/menus.py"></location>
            <source>Colours</source>
            <translation>Couleurs</translation>
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
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>Privacy</source>
            <translation>Vie privée</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>What this catalogue holds of people, and how to erase it for good.</source>
            <translation>Ce que ce catalogue contient sur des personnes, et comment l’effacer pour de bon.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source> days</source>
            <translation> jours</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>Look what would go</source>
            <translation>Voir ce qui serait effacé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>Name of a sender</source>
            <translation>Nom d’un expéditeur</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>Rejected longer than</source>
            <translation>Rejetés depuis plus de</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>One sender</source>
            <translation>Un expéditeur</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>One politician</source>
            <translation>Un politique</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>Nothing is erased before you have seen what would go and said yes.</source>
            <translation>Rien n’est effacé avant que vous ayez vu ce qui disparaîtrait et l’ayez accepté.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/protections.py"></location>
            <source>{what}: this system does not see to it</source>
            <translation>{what} : ce système ne l’assure pas</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Restore a backup</source>
            <translation>Restaurer une sauvegarde</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Backups, newest first</source>
            <translation>Sauvegardes, récentes d’abord</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Restore this backup</source>
            <translation>Restaurer cette sauvegarde</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Its decisions, submissions and politicians take the place of those that are there now. Pictures on the disk are not touched.</source>
            <translation>Ses décisions, envois et personnalités politiques remplacent ceux du catalogue actuel. Les images sur le disque ne sont pas touchées.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Reading the backup …</source>
            <translation>Lecture de la sauvegarde …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Copying the backup …</source>
            <translation>Copie de la sauvegarde …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>It could not be done.</source>
            <translation>Cela n’a pas pu être fait.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>automatic</source>
            <translation>automatique</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>made by hand</source>
            <translation>faite à la main</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>before a restore</source>
            <translation>avant une restauration</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>before a repair</source>
            <translation>avant une réparation</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>before an update</source>
            <translation>avant une mise à jour</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>put there by somebody</source>
            <translation>déposée par quelqu’un</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>{when}, {why}</source>
            <translation>{when}, {why}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>It holds {all}.</source>
            <translation>Contenu : {all}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>There is no database now.</source>
            <translation>Il n’y a pas de base de données actuellement.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>The database that is there now cannot be read. It is kept as it is.</source>
            <translation>La base de données actuelle ne peut pas être lue. Elle est conservée telle quelle.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>The catalogue has nothing now that it lacks.</source>
            <translation>La sauvegarde contient tout ce que contient le catalogue actuel.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>Not in it, and in the catalogue now: {all}.</source>
            <translation>Pas dans la sauvegarde, mais dans le catalogue actuel : {all}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>In it, and no longer in the catalogue: {all}.</source>
            <translation>Dans la sauvegarde, mais plus dans le catalogue : {all}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>The backup of {when} holds all of its decisions, and {n:,} rows of the log more.</source>
            <extracomment>One: The backup of {when} holds all of its decisions, and {n:,} row of the log more.</extracomment>
            <translation>
                <numerusform>La sauvegarde du {when} contient toutes ses décisions et {n:,} ligne du journal de plus.</numerusform>
                <numerusform>La sauvegarde du {when} contient toutes ses décisions et {n:,} lignes du journal de plus.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>The files of {n:,} pictures that it tells of are gone and would not come back.</source>
            <extracomment>One: The file of {n:,} picture that it tells of is gone and would not come back.</extracomment>
            <translation>
                <numerusform>Le fichier de {n:,} image qui y figure a disparu et ne reviendrait pas.</numerusform>
                <numerusform>Les fichiers de {n:,} images qui y figurent ont disparu et ne reviendraient pas.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>It is from before something was erased, which would come back with it: erase that again.</source>
            <translation>Elle date d’avant un effacement, et ce qui a été effacé reviendrait avec elle : effacez-le de nouveau.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>This backup is not sound and cannot be restored:</source>
            <translation>Cette sauvegarde n’est pas intacte et ne peut pas être restaurée :</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>It is sound. What is there now is kept as a backup; restoring that takes this back.</source>
            <translation>Elle est intacte. L’état actuel est conservé comme sauvegarde ; la restaurer permet d’y revenir.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>{n:,} rows of the log</source>
            <extracomment>One: {n:,} row of the log</extracomment>
            <translation>
                <numerusform>{n:,} ligne du journal</numerusform>
                <numerusform>{n:,} lignes du journal</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>{n:,} politicians</source>
            <extracomment>One: {n:,} politician</extracomment>
            <translation>
                <numerusform>{n:,} personnalité politique</numerusform>
                <numerusform>{n:,} personnalités politiques</numerusform>
            </translation>
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
        <message numerus="yes">
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>{n:,} of them can be repaired.</source>
            <extracomment>One: {n:,} of them can be repaired.</extracomment>
            <translation>
                <numerusform>{n:,} d’entre elles peut être réparée.</numerusform>
                <numerusform>{n:,} d’entre elles peuvent être réparées.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>The repair was cancelled. What was done stays done.</source>
            <translation>La réparation a été interrompue. Ce qui a été réparé le reste.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>The database as it was before is kept as the backup {file}.</source>
            <translation>L’état précédent de la base de données est conservé dans la sauvegarde {file}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>There was nothing to repair.</source>
            <translation>Il n’y avait rien à réparer.</translation>
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
        <message>
            <location filename="../../curator/ui/window/file_choice.py"></location>
            <source>Pictures and tables</source>
            <translation>Images et tableaux</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/file_choice.py"></location>
            <source>Pictures to load</source>
            <translation>Images à charger</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/main_window.py"></location>
            <source>A new or empty folder for the catalogue</source>
            <translation>Un dossier nouveau ou vide pour le catalogue</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/main_window.py"></location>
            <source>The folder of the catalogue</source>
            <translation>Le dossier du catalogue</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/main_window.py"></location>
            <source>A folder of pictures to load</source>
            <translation>Un dossier d’images à charger</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/main_window.py"></location>
            <source>It signs your decisions:</source>
            <translation>Il signe vos décisions :</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/main_window.py"></location>
            <source>Curator {version}. It uses the network for nothing but a fetch that you start yourself.</source>
            <translation>Curator {version}. Il n’utilise le réseau que pour une récupération que vous lancez vous-même.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/menus.py"></location>
            <source>How pictures are veiled</source>
            <translation>Manière de voiler les images</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/outcomes.py"></location>
            <source>Show which</source>
            <translation>Voir lesquels</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>Put a portrait on the desk first.</source>
            <translation>Mettez d’abord un portrait sur la table.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>It is withdrawn: the next export goes without it.</source>
            <translation>Il est retiré : la prochaine exportation se fera sans lui.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>It is a reference portrait now. Undo takes it back.</source>
            <translation>C’est maintenant un portrait de référence. Annuler revient en arrière.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>It is a portrait now.</source>
            <translation>C’est maintenant un portrait.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>It is a deepfake now.</source>
            <translation>C’est maintenant un deepfake.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>The face was added. It is compared in the background.</source>
            <translation>Le visage a été ajouté. Il est comparé en arrière-plan.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>Marked as not a face. Undo brings it back.</source>
            <translation>Marqué comme n’étant pas un visage. Annuler le fait revenir.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>{n} near-duplicates were rejected. Decide about the one that stays.</source>
            <extracomment>One: {n} near-duplicate was rejected. Decide about the one that stays.</extracomment>
            <translation>
                <numerusform>{n} quasi-doublon a été rejeté. Décidez de l’envoi qui reste.</numerusform>
                <numerusform>{n} quasi-doublons ont été rejetés. Décidez de l’envoi qui reste.</numerusform>
            </translation>
        </message>
    </context>
</TS>
