<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>curator</name>
        <message>
            <location filename="../../curator/app.py"></location>
            <source>Sample catalogue</source>
            <translation>Beispielkatalog</translation>
        </message>
        <message>
            <location filename="../../curator/app.py"></location>
            <source>The backup was restored. What was there before is kept as {file}; restore that to take it back.</source>
            <translation>Die Sicherung wurde wiederhergestellt. Der bisherige Stand bleibt als {file} erhalten; zum Zurücknehmen diese Datei wiederherstellen.</translation>
        </message>
        <message>
            <location filename="../../curator/app.py"></location>
            <source>It can be restored from a backup. First you see what that holds.</source>
            <translation>Eine Sicherung kann wiederhergestellt werden. Vorher ist zu sehen, was sie enthält.</translation>
        </message>
        <message>
            <location filename="../../curator/app.py"></location>
            <source>Restore the newest backup …</source>
            <translation>Neueste Sicherung wiederherstellen …</translation>
        </message>
        <message>
            <location filename="../../curator/app.py"></location>
            <source>The backup was restored.</source>
            <translation>Die Sicherung wurde wiederhergestellt.</translation>
        </message>
        <message>
            <location filename="../../curator/app.py"></location>
            <source>The backup was restored. The damaged file is kept as {file}.</source>
            <translation>Die Sicherung wurde wiederhergestellt. Die beschädigte Datei bleibt als {file} erhalten.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/analysis.py"></location>
            <source>A preview could not be written, and the analysis was stopped.</source>
            <translation>Eine Vorschau konnte nicht geschrieben werden, und die Auswertung wurde abgebrochen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/analysis.py"></location>
            <source>Start Curator again. If it happens again, report it with the log.</source>
            <translation>Curator neu starten. Tritt es wieder auf, mit der Protokolldatei melden.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>{folder} is a file.</source>
            <translation>{folder} ist eine Datei.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Choose a folder.</source>
            <translation>Einen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>{folder} already holds a catalogue.</source>
            <translation>{folder} enthält schon einen Katalog.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Open it instead.</source>
            <translation>Stattdessen diesen öffnen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The folder {folder} is not empty.</source>
            <translation>Der Ordner {folder} ist nicht leer.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Choose a new or an empty folder.</source>
            <translation>Einen neuen oder leeren Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>There is no catalogue in {folder}.</source>
            <translation>In {folder} gibt es keinen Katalog.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <location filename="../../curator/engine/export/staging.py"></location>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Choose another folder.</source>
            <translation>Einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The decision log was changed from outside, first at row {row}.</source>
            <translation>Das Entscheidungsprotokoll wurde von außen verändert, zuerst in Zeile {row}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The last {n} rows of the decision log were taken away from outside.</source>
            <extracomment>One: The last row of the decision log was taken away from outside.</extracomment>
            <translation>
                <numerusform>Die letzte Zeile des Entscheidungsprotokolls wurde von außen entfernt.</numerusform>
                <numerusform>Die letzten {n} Zeilen des Entscheidungsprotokolls wurden von außen entfernt.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The note of row {row} of the decision log was changed from outside.</source>
            <translation>Die Notiz in Zeile {row} des Entscheidungsprotokolls wurde von außen verändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>A reference portrait came from submission {number}, which is no such approved portrait.</source>
            <translation>Ein Referenzporträt stammt aus Einsendung {number}, doch diese ist kein passendes freigegebenes Porträt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>What another copy decided about submission {number} was changed from outside.</source>
            <translation>Was eine andere Kopie über die Einsendung {number} entschieden hat, wurde von außen geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The catalogue in {folder} is from an older Curator.</source>
            <translation>Der Katalog in {folder} stammt von einem älteren Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <source>Open it once in the window, which brings it up to date.</source>
            <translation>Einmal im Fenster öffnen, das bringt ihn auf den neuen Stand.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The file {file} is gone although there are pictures beside it.</source>
            <translation>Die Datei {file} fehlt, obwohl daneben Bilder liegen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Put a copy in its place, for example from the folder “backups” beside it.</source>
            <translation>Durch eine Kopie ersetzen, zum Beispiel aus dem Ordner „backups“ daneben.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The file {file} is empty although there are pictures beside it.</source>
            <translation>Die Datei {file} ist leer, obwohl daneben Bilder liegen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>{file} is a database, but not a catalogue of Curator.</source>
            <translation>{file} ist eine Datenbank, aber kein Katalog von Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The catalogue in {folder} was written by a newer Curator.</source>
            <translation>Der Katalog in {folder} wurde von einem neueren Curator geschrieben.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Install the newest Curator to open it. Nothing was changed.</source>
            <translation>Zum Öffnen den neuesten Curator installieren. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Parts of the catalogue in {file} are gone.</source>
            <translation>Teile des Katalogs in {file} fehlen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>Restore a backup. Nothing was changed.</source>
            <translation>Eine Sicherung wiederherstellen. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The SQLite {version} of this computer's Python is too old for Curator.</source>
            <translation>SQLite {version} im Python dieses Computers ist zu alt für Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Install Python from python.org, or a newer version of this system.</source>
            <translation>Python von python.org oder eine neuere Version dieses Systems installieren.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copy_contents.py"></location>
            <location filename="../../curator/engine/catalogue/copying.py"></location>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The database is damaged: {what}.</source>
            <translation>Die Datenbank ist beschädigt: {what}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copy_contents.py"></location>
            <location filename="../../curator/engine/catalogue/erased_copies.py"></location>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{file} is no copy of a catalogue.</source>
            <translation>{file} ist keine Kopie eines Katalogs.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copy_contents.py"></location>
            <location filename="../../curator/engine/catalogue/erased_copies.py"></location>
            <source>Choose another backup.</source>
            <translation>Eine andere Sicherung wählen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copy_contents.py"></location>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <source>{file} was written by a newer Curator.</source>
            <translation>{file} wurde von einem neueren Curator geschrieben.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copy_contents.py"></location>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <source>Install the newest Curator to use it. Nothing was changed.</source>
            <translation>Zum Verwenden den neuesten Curator installieren. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copying.py"></location>
            <source>No backup was made of it; older ones are kept. Check the catalogue.</source>
            <translation>Es wurde keine Sicherung davon erstellt; ältere bleiben erhalten. Den Katalog prüfen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copying.py"></location>
            <source>Another program is reading the catalogue {place}.</source>
            <translation>Ein anderes Programm liest gerade den Katalog {place}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copying.py"></location>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Close it, then try again. Nothing was changed.</source>
            <translation>Dieses schließen, dann erneut versuchen. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/database.py"></location>
            <source>The catalogue {path} is no longer where it was.</source>
            <translation>Der Katalog {path} ist nicht mehr an seinem Ort.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/database.py"></location>
            <source>Connect its disk again or put the folder back. Nothing more is saved until then.</source>
            <translation>Den Datenträger wieder anschließen oder den Ordner an seinen Ort zurückbringen. Bis dahin wird nichts mehr gespeichert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/evidence.py"></location>
            <location filename="../../curator/engine/catalogue/submissions.py"></location>
            <source>There is no submission with the number {number}.</source>
            <translation>Es gibt keine Einsendung mit der Nummer {number}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/faces.py"></location>
            <source>This face is no longer there.</source>
            <translation>Dieses Gesicht gibt es nicht mehr.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/faces.py"></location>
            <source>The picture was looked at again; look anew.</source>
            <translation>Das Bild wurde neu ausgewertet; noch einmal ansehen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Another program is using the catalogue {place}.</source>
            <translation>Ein anderes Programm benutzt den Katalog {place}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>The file {place} is damaged or is not a catalogue.</source>
            <translation>Die Datei {place} ist beschädigt oder kein Katalog.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Open a copy from the folder “backups” beside it.</source>
            <translation>Eine Kopie aus dem Ordner „backups“ daneben öffnen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>The disk that holds {place} did not answer.</source>
            <translation>Der Datenträger mit {place} hat nicht geantwortet.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Check that it is still connected. Nothing that was saved before is lost.</source>
            <translation>Prüfen, ob er noch angeschlossen ist. Von dem, was vorher gespeichert wurde, ist nichts verloren.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <location filename="../../curator/engine/export/staging.py"></location>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>The disk that holds {place} is full.</source>
            <translation>Der Datenträger mit {place} ist voll.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Free some space, then do it again. The last step was not saved; all earlier ones are.</source>
            <translation>Platz schaffen, dann wiederholen. Der letzte Schritt wurde nicht gespeichert, alle früheren schon.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <location filename="../../curator/engine/export/staging.py"></location>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Curator cannot write to {place}.</source>
            <translation>Curator kann nicht nach {place} schreiben.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Check that the folder exists and that you may write to it, or choose another folder.</source>
            <translation>Prüfen, ob es den Ordner gibt und Schreibrechte bestehen, oder einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>A name in it has letters that cannot be kept.</source>
            <translation>Ein Name darin hat Zeichen, die sich nicht speichern lassen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Rename the file or the folder, or choose another one. Nothing was changed.</source>
            <translation>Die Datei oder den Ordner umbenennen oder einen anderen wählen. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{place} cannot be used: {reason}.</source>
            <translation>{place} kann nicht benutzt werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Check the name and the disk, or choose another folder.</source>
            <translation>Namen und Datenträger prüfen oder einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/interrupting.py"></location>
            <location filename="../../curator/engine/privacy/erasing.py"></location>
            <source>Curator was closed meanwhile.</source>
            <translation>Curator wurde inzwischen geschlossen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/locking.py"></location>
            <source>The catalogue in {folder} is already open in another Curator.</source>
            <translation>Der Katalog in {folder} ist schon in einem anderen Curator geöffnet.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/locking.py"></location>
            <source>Go on in that window, or close it first.</source>
            <translation>In jenem Fenster weiterarbeiten oder es zuerst schließen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>index</source>
            <translation>Index</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>trigger</source>
            <translation>Trigger</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>view</source>
            <translation>View</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>table</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>A row of the table {table} refers to a missing row of {other}.</source>
            <translation>Eine Zeile der Tabelle {table} verweist auf eine fehlende Zeile von {other}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The {kind} {name} is not one of Curator's.</source>
            <translation>Stammt nicht von Curator: {kind} {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The {kind} {name} is not as Curator makes it.</source>
            <translation>Nicht wie von Curator angelegt: {kind} {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The {kind} {name} is missing.</source>
            <translation>In der Datenbank fehlt: {kind} {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>Made anew as Curator makes it: {names}.</source>
            <translation>Neu angelegt, wie Curator es vorsieht: {names}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>Made all indexes of the database anew.</source>
            <translation>Alle Indexe der Datenbank neu erstellt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>Took the verdicts of submissions from the decision log again.</source>
            <translation>Urteile über Einsendungen neu aus dem Entscheidungsprotokoll übernommen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>Counted anew: the numbers beside the filters, and what undo takes back.</source>
            <translation>Neu gezählt: die Zahlen neben den Filtern und was „Rückgängig“ zurücknimmt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>Made the words anew that searching finds.</source>
            <translation>Die Wörter für die Suche neu erstellt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The table {name} is not as Curator makes it.</source>
            <translation>Die Tabelle {name} ist nicht so, wie Curator sie anlegt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The protection of the decision log is missing: {names}.</source>
            <translation>Der Schutz des Entscheidungsprotokolls fehlt: {names}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The trigger {name} is not one of Curator's.</source>
            <translation>Der Trigger {name} stammt nicht von Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>An index of the database is damaged: {what}.</source>
            <translation>Ein Index der Datenbank ist beschädigt: {what}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>What undo would take back differs from the decision log, first at step {step}.</source>
            <translation>Was „Rückgängig“ zurücknehmen würde, weicht vom Entscheidungsprotokoll ab, zuerst bei Schritt {step}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The numbers beside the filters differ from the submissions.</source>
            <translation>Die Zahlen neben den Filtern weichen von den Einsendungen ab.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The verdict of {n} submissions differs from the decision log.</source>
            <extracomment>One: The verdict of {n} submission differs from the decision log.</extracomment>
            <translation>
                <numerusform>Das Urteil über {n} Einsendung weicht vom Entscheidungsprotokoll ab.</numerusform>
                <numerusform>Das Urteil über {n} Einsendungen weicht vom Entscheidungsprotokoll ab.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The words that searching finds differ from what they were taken from.</source>
            <translation>Die Wörter für die Suche weichen von den Texten ab, aus denen sie stammen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <location filename="../../curator/engine/receiving.py"></location>
            <source>It was cancelled.</source>
            <translation>Es wurde abgebrochen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <source>{name} is not made as Curator makes it. {what}</source>
            <translation>{name} ist nicht so aufgebaut, wie Curator es vorsieht. {what}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>Choose another copy. Nothing was changed.</source>
            <translation>Eine andere Kopie wählen. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <source>{name} is from an older Curator.</source>
            <translation>{name} stammt von einem älteren Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{name} is damaged, or no copy of a catalogue.</source>
            <translation>{name} ist beschädigt oder keine Kopie eines Katalogs.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/politicians.py"></location>
            <source>There is no politician with the number {number}.</source>
            <translation>Es gibt keinen Politiker mit der Nummer {number}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/politicians.py"></location>
            <source>{name} is already in the index.</source>
            <translation>{name} steht schon im Verzeichnis.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/politicians.py"></location>
            <source>A politician needs a name.</source>
            <translation>Ein Politiker braucht einen Namen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/saved_filters.py"></location>
            <source>A saved filter needs a name.</source>
            <translation>Ein gespeicherter Filter braucht einen Namen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Austria</source>
            <translation>Österreich</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Belgium</source>
            <translation>Belgien</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Bulgaria</source>
            <translation>Bulgarien</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Croatia</source>
            <translation>Kroatien</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Cyprus</source>
            <translation>Zypern</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Czechia</source>
            <translation>Tschechien</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Denmark</source>
            <translation>Dänemark</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Estonia</source>
            <translation>Estland</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Finland</source>
            <translation>Finnland</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>France</source>
            <translation>Frankreich</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Germany</source>
            <translation>Deutschland</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Greece</source>
            <translation>Griechenland</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Hungary</source>
            <translation>Ungarn</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Ireland</source>
            <translation>Irland</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Italy</source>
            <translation>Italien</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Latvia</source>
            <translation>Lettland</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Lithuania</source>
            <translation>Litauen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Luxembourg</source>
            <translation>Luxemburg</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Malta</source>
            <translation>Malta</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Netherlands</source>
            <translation>Niederlande</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Poland</source>
            <translation>Polen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Portugal</source>
            <translation>Portugal</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Romania</source>
            <translation>Rumänien</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Slovakia</source>
            <translation>Slowakei</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Slovenia</source>
            <translation>Slowenien</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Spain</source>
            <translation>Spanien</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Sweden</source>
            <translation>Schweden</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Prime Minister</source>
            <translation>Regierungschef</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Interior Minister</source>
            <translation>Innenminister</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Defense Minister</source>
            <translation>Verteidigungsminister</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Justice Minister</source>
            <translation>Justizminister</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>AIAct Gov Representative</source>
            <translation>AI-Act-Beauftragter</translation>
        </message>
        <message>
            <location filename="../../curator/engine/crops.py"></location>
            <location filename="../../curator/engine/workers/jobs.py"></location>
            <source>The work was cancelled.</source>
            <translation>Die Arbeit wurde abgebrochen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>{name} was not approved, so it cannot be withdrawn.</source>
            <translation>{name} wurde nicht freigegeben und kann daher nicht zurückgezogen werden.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Nothing was decided about {name}, so there is nothing to undo.</source>
            <translation>Über {name} wurde nichts entschieden, es gibt also nichts rückgängig zu machen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>A rejection needs a reason.</source>
            <translation>Eine Ablehnung braucht einen Grund.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Choose one, for example “no face”.</source>
            <translation>Einen wählen, zum Beispiel „kein Gesicht“.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>That is a reason to withdraw what was approved, and no reason to reject.</source>
            <translation>Dieser Grund gilt für das Zurückziehen von Freigegebenem, nicht für eine Ablehnung.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Choose another reason, or withdraw it.</source>
            <translation>Einen anderen Grund wählen oder zurückziehen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>A skipped submission has no reason.</source>
            <translation>Eine übersprungene Einsendung hat keinen Grund.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>A withdrawal needs a reason.</source>
            <translation>Das Zurückziehen braucht einen Grund.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Choose one, for example “asked to be taken down”.</source>
            <translation>Einen wählen, zum Beispiel „Entfernung gewünscht“.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>A withdrawal is not a question.</source>
            <translation>Beim Zurückziehen gibt es keine Nachfrage.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Choose another reason.</source>
            <translation>Einen anderen Grund wählen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>A submission is not approved for a reason against it.</source>
            <translation>Eine Einsendung wird nicht mit einem Grund freigegeben, der gegen sie spricht.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>A submission is not undecided for a reason against it.</source>
            <translation>Eine offene Einsendung hat keinen Grund, der gegen sie spricht.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Only an approval says how a picture was made.</source>
            <translation>Nur eine Freigabe sagt, wie ein Bild entstanden ist.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>{name} is a portrait, and a portrait is never labelled as made up.</source>
            <translation>{name} ist ein Porträt, und ein Porträt wird nie als Deepfake gekennzeichnet.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Approve it as it is, or correct its kind first.</source>
            <translation>So freigeben, wie es ist, oder zuerst die Art berichtigen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>{name} cannot be approved: it could not be read.</source>
            <translation>{name} kann nicht freigegeben werden: Die Datei war nicht lesbar.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Reject it, or ask the sender for another copy.</source>
            <translation>Ablehnen oder vom Absender eine andere Kopie erbitten.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>number {number}, erased since</source>
            <translation>Nummer {number}, inzwischen gelöscht</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>{name} could not be read, so no face can be drawn in it.</source>
            <translation>{name} war nicht lesbar, daher lässt sich darin kein Gesicht einzeichnen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>{name} has not been looked at yet.</source>
            <translation>{name} wurde noch nicht ausgewertet.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>Draw the face when its analysis is done.</source>
            <translation>Das Gesicht nach der Auswertung einzeichnen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>The frame lies outside the picture.</source>
            <translation>Der Rahmen liegt außerhalb des Bildes.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>Draw it anew.</source>
            <translation>Neu einzeichnen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>A face of {size} pixels is too small: it takes {least} at least.</source>
            <translation>Ein Gesicht von {size} Pixeln ist zu klein: Es braucht mindestens {least}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>There is a face in this place already.</source>
            <translation>An dieser Stelle gibt es schon ein Gesicht.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>If its frame is wrong, say first that it is not a face.</source>
            <translation>Ist sein Rahmen falsch, zuerst angeben, dass es kein Gesicht ist.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>{name} is a deepfake, and a deepfake never becomes a reference portrait.</source>
            <translation>{name} ist ein Deepfake, und aus einem Deepfake wird nie ein Referenzporträt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>{name} is not approved, so it cannot become a reference portrait.</source>
            <translation>{name} ist nicht freigegeben und kann daher kein Referenzporträt werden.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>Approve it first, if it is a real photo of the politician.</source>
            <translation>Zuerst freigeben, wenn es ein echtes Foto des Politikers ist.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>Try again when its analysis is done.</source>
            <translation>Erneut versuchen, wenn es ausgewertet ist.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>The file of {name} says that it was made with AI.</source>
            <translation>Die Datei von {name} gibt an, dass sie mit KI entstanden ist.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>Correct its kind, or reject it.</source>
            <translation>Die Art berichtigen oder ablehnen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>{name} claims nobody of the index, so it is nobody’s reference portrait.</source>
            <translation>Bei {name} ist niemand aus dem Verzeichnis angegeben, daher wäre es niemandes Referenzporträt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>Say first whom it shows.</source>
            <translation>Zuerst angeben, wen es zeigt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>A reference portrait holds exactly one face; {name} has {faces}.</source>
            <translation>Ein Referenzporträt enthält genau ein Gesicht; {name} hat {faces}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>The file of {name} is a reference portrait of {whose} already.</source>
            <translation>Die Datei von {name} ist schon ein Referenzporträt von {whose}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>partly made or changed by generative AI</source>
            <translation>teils mit generativer KI erzeugt oder verändert</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>put together, with synthetic parts</source>
            <translation>zusammengesetzt, mit künstlichen Teilen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>made by generative AI</source>
            <translation>mit generativer KI erzeugt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>made by an algorithm alone</source>
            <translation>allein von einem Algorithmus erzeugt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>data made by a trained algorithm</source>
            <translation>Daten aus einem trainierten Algorithmus</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>taken with a digital camera</source>
            <translation>mit einer Digitalkamera aufgenommen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>put together by a camera from several shots</source>
            <translation>von einer Kamera aus mehreren Aufnahmen zusammengesetzt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>scanned from a negative</source>
            <translation>von einem Negativ gescannt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>scanned from a slide</source>
            <translation>von einem Dia gescannt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>scanned from a print</source>
            <translation>von einem Abzug gescannt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>edited by a person</source>
            <translation>von Menschen bearbeitet</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>edited a little by a person</source>
            <translation>von Menschen leicht bearbeitet</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>enhanced by an algorithm</source>
            <translation>von einem Algorithmus verbessert</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>put together from photos</source>
            <translation>aus Fotos zusammengesetzt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>put together from several parts</source>
            <translation>aus mehreren Teilen zusammengesetzt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>made with software</source>
            <translation>mit Software erstellt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>drawn with software</source>
            <translation>mit Software gezeichnet</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>made by a person with software</source>
            <translation>von Menschen mit Software erstellt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>drawn from data</source>
            <translation>aus Daten gezeichnet</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>a picture of a screen</source>
            <translation>ein Bildschirmfoto</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>a recording of a virtual event</source>
            <translation>Aufnahme einer virtuellen Veranstaltung</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>Origin</source>
            <translation>Entstehung</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>AI generator</source>
            <translation>KI-Generator</translation>
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
            <translation>KI-Prompt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>AI label</source>
            <translation>KI-Kennzeichen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>Credentials</source>
            <translation>Nachweis</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>Camera</source>
            <translation>Kamera</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>Taken</source>
            <translation>Aufnahme</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>Software</source>
            <translation>Software</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>Caption</source>
            <translation>Bildtext</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>a position (GPS)</source>
            <translation>ein Standort (GPS)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>an author or owner</source>
            <translation>ein Urheber oder Eigentümer</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>a serial number</source>
            <translation>eine Seriennummer</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>a small preview</source>
            <translation>eine kleine Vorschau</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>its settings are in the file</source>
            <translation>Einstellungen stehen in der Datei</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>its workflow is in the file</source>
            <translation>Workflow steht in der Datei</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>the Chinese label for AI content</source>
            <translation>das chinesische Kennzeichen für KI-Inhalte</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>C2PA, not checked</source>
            <translation>C2PA, nicht geprüft</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>C2PA, kept elsewhere, not fetched</source>
            <translation>C2PA, liegt anderswo, nicht abgerufen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>C2PA by {maker}, not checked</source>
            <translation>C2PA von {maker}, nicht geprüft</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/api.py"></location>
            <location filename="../../curator/engine/export/pages.py"></location>
            <location filename="../../curator/engine/export/site.py"></location>
            <location filename="../../curator/engine/export/tables.py"></location>
            <source>cannot be read again</source>
            <translation>lässt sich nicht wieder lesen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/api.py"></location>
            <source>gives another answer than the catalogue</source>
            <translation>gibt eine andere Antwort als der Katalog</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>{name} holds no certificate in PEM form.</source>
            <translation>{name} enthält kein Zertifikat im PEM-Format.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Choose the file that begins with "-----BEGIN CERTIFICATE-----".</source>
            <translation>Die Datei wählen, die mit „-----BEGIN CERTIFICATE-----“ beginnt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The private key does not belong to the certificate.</source>
            <translation>Der private Schlüssel gehört nicht zum Zertifikat.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Choose the key that the certificate was asked for with.</source>
            <translation>Den Schlüssel wählen, mit dem das Zertifikat beantragt wurde.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The private key in {name} is locked with a password.</source>
            <translation>Der private Schlüssel in {name} ist mit einem Passwort geschützt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Unlock it first: "openssl pkey -in {name} -out unlocked.pem".</source>
            <translation>Zuerst entsperren: „openssl pkey -in {name} -out unlocked.pem“.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>{name} holds no private key in PEM form.</source>
            <translation>{name} enthält keinen privaten Schlüssel im PEM-Format.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Choose the file that begins with "-----BEGIN PRIVATE KEY-----".</source>
            <translation>Die Datei wählen, die mit „-----BEGIN PRIVATE KEY-----“ beginnt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The private key is too short: {bits} bits.</source>
            <translation>Der private Schlüssel ist zu kurz: {bits} Bit.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Ask for a certificate with at least {bits} bits.</source>
            <translation>Ein Zertifikat mit mindestens {bits} Bit beantragen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Pictures cannot be signed with a key of this kind.</source>
            <translation>Mit einem Schlüssel dieser Art lassen sich keine Bilder signieren.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Ask for a certificate with an elliptic curve (P-256) or RSA key.</source>
            <translation>Ein Zertifikat mit elliptischer Kurve (P-256) oder RSA-Schlüssel beantragen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate contradicts itself.</source>
            <translation>Das Zertifikat widerspricht sich selbst.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Ask for another one.</source>
            <translation>Ein anderes beantragen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The first certificate is that of an authority, which may not sign pictures.</source>
            <translation>Das erste Zertifikat gehört einer Zertifizierungsstelle und darf keine Bilder signieren.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Put the certificate that belongs to the key first in the file.</source>
            <translation>Das Zertifikat, das zum Schlüssel gehört, in der Datei an den Anfang stellen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate is signed by itself alone, which C2PA does not allow.</source>
            <translation>Das Zertifikat ist nur von sich selbst signiert, was C2PA nicht zulässt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Use one that an authority signed, or let Curator make one.</source>
            <translation>Eines von einer Zertifizierungsstelle verwenden oder Curator eines erstellen lassen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate was not issued for signing documents or e-mail.</source>
            <translation>Das Zertifikat wurde nicht zum Signieren von Dokumenten oder E-Mails ausgestellt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Ask for one with the extended key usage "emailProtection".</source>
            <translation>Eines mit der erweiterten Schlüsselverwendung „emailProtection“ beantragen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate does not allow its key to sign.</source>
            <translation>Das Zertifikat erlaubt seinem Schlüssel das Signieren nicht.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Ask for one with the key usage "digitalSignature".</source>
            <translation>Eines mit der Schlüsselverwendung „digitalSignature“ beantragen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate is not valid before {day}.</source>
            <translation>Das Zertifikat ist erst ab {day} gültig.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Check this computer's date, or wait until then.</source>
            <translation>Das Datum dieses Computers prüfen oder bis dahin warten.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate expired on {day}.</source>
            <translation>Das Zertifikat ist am {day} abgelaufen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Bring a new one, or move it away and let Curator make one.</source>
            <translation>Ein neues verwenden oder dieses verschieben und Curator eines erstellen lassen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate is signed in an outdated way: {name}.</source>
            <translation>Das Zertifikat ist mit einem veralteten Verfahren signiert: {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Ask for one that is signed with SHA-256.</source>
            <translation>Eines beantragen, das mit SHA-256 signiert ist.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificates in the file do not follow from each other.</source>
            <translation>Die Zertifikate in der Datei bilden keine Kette.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Put the signing certificate first, then each one that vouches for it.</source>
            <translation>Das signierende Zertifikat an den Anfang stellen, danach jeweils das, das für das vorige bürgt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Pictures cannot be signed: the extra package for C2PA is not installed.</source>
            <translation>Bilder lassen sich nicht signieren: Das Zusatzpaket für C2PA ist nicht installiert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Install it with: pip install "curator[c2pa]". Or export without signing.</source>
            <translation>Installieren mit: pip install "curator[c2pa]". Oder ohne Signatur exportieren.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>There is a certificate in {folder} already.</source>
            <translation>In {folder} gibt es schon ein Zertifikat.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>Move it away first if you want another one.</source>
            <translation>Zuerst dieses verschieben, wenn ein anderes gewünscht ist.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>{path} cannot be read: {reason}.</source>
            <translation>{path} ist nicht lesbar: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>Choose another file, or check that you may read it.</source>
            <translation>Eine andere Datei wählen oder prüfen, ob Leserechte bestehen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>The certificate could not be written to {folder}: {reason}.</source>
            <translation>Das Zertifikat ließ sich nicht nach {folder} schreiben: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>Check that there is space and that you may write there.</source>
            <translation>Prüfen, ob Platz frei ist und Schreibrechte bestehen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>The certificate in {folder} could not be deleted: {reason}.</source>
            <translation>Das Zertifikat in {folder} ließ sich nicht löschen: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>Check that you may write there.</source>
            <translation>Die Schreibrechte dort prüfen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>The export did not pass its own check: {path} {flaw}.</source>
            <translation>Der Export hat die eigene Prüfung nicht bestanden: {path} {flaw}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>Check the disk, then export again. Nothing was changed.</source>
            <translation>Den Datenträger prüfen, dann erneut exportieren. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>does not say what was written</source>
            <translation>gibt nicht an, was geschrieben wurde</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is a link</source>
            <translation>ist eine Verknüpfung</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is missing, or should not be there</source>
            <translation>fehlt oder gehört nicht dorthin</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is not what was written</source>
            <translation>ist nicht das, was geschrieben wurde</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>has another size than the picture without the box</source>
            <translation>hat eine andere Größe als das Bild ohne Rahmen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>What was exported there comes from a newer state of this catalogue, or from another copy of it.</source>
            <translation>Was dort exportiert wurde, stammt aus einem neueren Stand dieses Katalogs oder aus einer anderen Kopie davon.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{n} pictures that are not there would be published, even those that were withdrawn: numbers {which}.</source>
            <extracomment>One: {n} picture that is not there would be published, even if it was withdrawn: number {which}.</extracomment>
            <translation>
                <numerusform>{n} Bild, das dort nicht steht, würde veröffentlicht, auch wenn es zurückgezogen wurde: Nummer {which}.</numerusform>
                <numerusform>{n} Bilder, die dort nicht stehen, würden veröffentlicht, auch zurückgezogene: Nummern {which}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{n} numbers would stand for other pictures than they do there: {which}.</source>
            <extracomment>One: {n} number would stand for another picture than it does there: {which}.</extracomment>
            <translation>
                <numerusform>{n} Nummer stünde für ein anderes Bild als dort: {which}.</numerusform>
                <numerusform>{n} Nummern stünden für andere Bilder als dort: {which}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{n} pictures would be published in another way than they are there: numbers {which}.</source>
            <extracomment>One: {n} picture would be published in another way than it is there: number {which}.</extracomment>
            <translation>
                <numerusform>{n} Bild würde anders veröffentlicht als dort: Nummer {which}.</numerusform>
                <numerusform>{n} Bilder würden anders veröffentlicht als dort: Nummern {which}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{n} pictures would go: numbers {which}.</source>
            <extracomment>One: {n} picture would go: number {which}.</extracomment>
            <translation>
                <numerusform>{n} Bild würde wegfallen: Nummer {which}.</numerusform>
                <numerusform>{n} Bilder würden wegfallen: Nummern {which}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{n} pictures show nobody in the index: exported with the name as it was sent, or without a name.</source>
            <extracomment>One: {n} picture shows nobody in the index: exported with the name as it was sent, or without a name.</extracomment>
            <translation>
                <numerusform>{n} Bild zeigt niemanden aus dem Verzeichnis: wird mit dem eingesandten Namen oder ohne Namen exportiert.</numerusform>
                <numerusform>{n} Bilder zeigen niemanden aus dem Verzeichnis: werden mit dem eingesandten Namen oder ohne Namen exportiert.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>The files of {n} deepfakes say that more of them was made with AI than their labels will say: numbers {which}. Look at them and approve them again with other labels.</source>
            <extracomment>One: The file of {n} deepfake says that more of it was made with AI than its label will say: number {which}. Look at it and approve it again with another label.</extracomment>
            <translation>
                <numerusform>Die Datei eines Deepfakes gibt einen größeren KI-Anteil an, als die Kennzeichnung nennen wird: Nummer {which}. Ansehen und mit anderer Kennzeichnung erneut freigeben.</numerusform>
                <numerusform>Die Dateien von {n} Deepfakes geben einen größeren KI-Anteil an, als die Kennzeichnungen nennen werden: Nummern {which}. Ansehen und mit anderen Kennzeichnungen erneut freigeben.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{n} approved pictures are left out: {why}.</source>
            <extracomment>One: {n} approved picture is left out: {why}.</extracomment>
            <translation>
                <numerusform>{n} freigegebenes Bild wird ausgelassen: {why}.</numerusform>
                <numerusform>{n} freigegebene Bilder werden ausgelassen: {why}.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>Nothing is approved, so the export will hold no pictures.</source>
            <translation>Es ist nichts freigegeben, der Export wird also keine Bilder enthalten.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{numbers} and {more} more</source>
            <translation>{numbers} und {more} weitere</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/documents.py"></location>
            <source>This disk cannot hold the file names of the site's API: they are packed in {name}. Unpack it where the site is served.</source>
            <translation>Dieser Datenträger nimmt die Dateinamen der API der Website nicht an: Sie liegen gepackt in {name}. Dort entpacken, wo die Website bereitgestellt wird.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/documents.py"></location>
            <source>is of an unknown kind</source>
            <translation>ist von unbekannter Art</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>is not what Curator writes into a gallery</source>
            <translation>ist nicht das, was Curator in eine Galerie schreibt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>is a page of a picture that is not published</source>
            <translation>ist die Seite eines Bildes, das nicht veröffentlicht wird</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>is no text</source>
            <translation>ist kein Text</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>holds characters that no page may hold</source>
            <translation>enthält Zeichen, die auf keiner Seite stehen dürfen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>is no page of a gallery</source>
            <translation>ist keine Seite einer Galerie</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>holds markup that is not Curator's</source>
            <translation>enthält Markup, das nicht von Curator stammt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>holds markup that does not end where it should</source>
            <translation>enthält Markup, das nicht endet, wo es sollte</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>lacks the rule about what it may load</source>
            <translation>enthält keine Regel, was geladen werden darf</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>has not exactly one main heading</source>
            <translation>hat nicht genau eine Hauptüberschrift</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>lacks a picture</source>
            <translation>lässt ein Bild aus</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>holds a script</source>
            <translation>enthält ein Skript</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>names two of its parts the same</source>
            <translation>hat zwei Teile mit demselben Namen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>holds another rule about what it may load</source>
            <translation>enthält eine andere Regel, was geladen werden darf</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>loads something before the rule about what it may load</source>
            <translation>lädt etwas vor der Regel, was geladen werden darf</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>shows a picture that is not published</source>
            <translation>zeigt ein Bild, das nicht veröffentlicht wird</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>shows a picture without words or size</source>
            <translation>zeigt ein Bild ohne Beschreibung oder Größe</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>shows a picture without saying what it is</source>
            <translation>zeigt ein Bild, ohne zu sagen, was es ist</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>loads something from elsewhere</source>
            <translation>lädt etwas von anderswo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>leads to something that is not in the export</source>
            <translation>führt zu etwas, das nicht im Export liegt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>shows a deepfake without its label</source>
            <translation>zeigt einen Deepfake ohne Kennzeichnung</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>labels a picture that is no deepfake</source>
            <translation>kennzeichnet ein Bild, das kein Deepfake ist</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>shows two pictures as one</source>
            <translation>zeigt zwei Bilder als eines</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/pages.py"></location>
            <location filename="../../curator/engine/export/gallery/words.py"></location>
            <source>The gallery cannot be written: {place} is missing or damaged.</source>
            <translation>Die Galerie lässt sich nicht schreiben: {place} fehlt oder ist beschädigt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/pages.py"></location>
            <location filename="../../curator/engine/export/gallery/words.py"></location>
            <source>Install Curator again, or export without the gallery.</source>
            <translation>Curator neu installieren oder ohne Galerie exportieren.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>not in this copy of the catalogue</source>
            <translation>nicht in dieser Kopie des Katalogs</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>erased from the catalogue</source>
            <translation>aus dem Katalog gelöscht</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>{verdict} by now</source>
            <translation>inzwischen {verdict}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>the file could not be read</source>
            <translation>die Datei war nicht lesbar</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <location filename="../../curator/ui/grid/sections.py"></location>
            <source>not analysed yet</source>
            <translation>noch nicht ausgewertet</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>its file says that it was made with AI; correct its kind or reject it</source>
            <translation>laut Datei mit KI entstanden; Art berichtigen oder ablehnen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>too small for the mark that says that it was made with AI</source>
            <translation>zu klein für das Zeichen, dass es mit KI gemacht wurde</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/pages.py"></location>
            <source>is the page of another picture</source>
            <translation>ist die Seite eines anderen Bildes</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/pages.py"></location>
            <source>holds more than text</source>
            <translation>enthält mehr als Text</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/pages.py"></location>
            <source>does not say that it shows a deepfake</source>
            <translation>sagt nicht, dass ein Deepfake gezeigt wird</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/pages.py"></location>
            <source>calls a portrait a deepfake</source>
            <translation>nennt ein Porträt einen Deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>is signed, but should not be</source>
            <translation>ist signiert, sollte es aber nicht sein</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>holds more than the picture</source>
            <translation>enthält mehr als das Bild</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>is signed, but is no deepfake</source>
            <translation>ist signiert, aber kein Deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>holds a description that Curator did not write</source>
            <translation>enthält eine Beschreibung, die nicht von Curator stammt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>lacks the label of a deepfake</source>
            <translation>trägt keine Kennzeichnung als Deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>is labelled, but is no deepfake</source>
            <translation>ist gekennzeichnet, aber kein Deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>has another label than it should</source>
            <translation>trägt eine andere Kennzeichnung als vorgesehen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>lacks the signature</source>
            <translation>trägt keine Signatur</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>is too wide</source>
            <translation>ist zu breit</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>cannot be opened again</source>
            <translation>lässt sich nicht wieder öffnen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>is no whole JPEG file</source>
            <translation>ist keine vollständige JPEG-Datei</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>does not end where the picture ends</source>
            <translation>endet nicht dort, wo das Bild endet</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/portfolio.py"></location>
            <source>Not all pictures could be made.</source>
            <translation>Nicht alle Bilder konnten erstellt werden.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/portfolio.py"></location>
            <source>Load the file again or reject the picture, then export again. Nothing was changed.</source>
            <translation>Die Datei neu laden oder das Bild ablehnen, dann erneut exportieren. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/portfolio.py"></location>
            <source>The picture came back in another size than it has.</source>
            <translation>Das Bild kam in einer anderen Größe zurück, als es hat.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/portfolio.py"></location>
            <source>Number {id} ({name}): {reason}</source>
            <translation>Nummer {id} ({name}): {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/portfolio.py"></location>
            <source>Number {id}: {reason}</source>
            <translation>Nummer {id}: {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/rendering.py"></location>
            <source>The export was cancelled.</source>
            <translation>Der Export wurde abgebrochen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/rendering.py"></location>
            <source>The picture was not opened because the work was stopped.</source>
            <translation>Das Bild wurde nicht geöffnet, weil die Arbeit abgebrochen wurde.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>What is signed with this certificate {flaw}.</source>
            <translation>Was mit diesem Zertifikat signiert wird, {flaw}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>Bring another certificate, or move it away and let Curator make one.</source>
            <translation>Ein anderes Zertifikat verwenden oder dieses verschieben und Curator eines erstellen lassen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>is signed, but the extra package for C2PA is not installed</source>
            <translation>ist signiert, aber das Zusatzpaket für C2PA ist nicht installiert</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>has a signature that cannot be read</source>
            <translation>hat eine Signatur, die nicht lesbar ist</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>has a signature that says other things than it should</source>
            <translation>hat eine Signatur, die etwas anderes sagt, als sie sollte</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>is signed with a certificate that has expired</source>
            <translation>ist mit einem abgelaufenen Zertifikat signiert</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>has a signature that does not hold</source>
            <translation>hat eine Signatur, die nicht gültig ist</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>The picture could not be signed: {reason}.</source>
            <translation>Das Bild ließ sich nicht signieren: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>Check the certificate, or export without signing.</source>
            <translation>Das Zertifikat prüfen oder ohne Signatur exportieren.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/site.py"></location>
            <source>counts other pictures than are there</source>
            <translation>zählt andere Bilder, als vorhanden sind</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/site.py"></location>
            <source>names other politicians than are in the index</source>
            <translation>nennt andere Politiker als das Verzeichnis</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/site.py"></location>
            <source>names other pictures than are there</source>
            <translation>nennt andere Bilder, als vorhanden sind</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/site.py"></location>
            <source>tells other things than it should</source>
            <translation>gibt etwas anderes an als vorgesehen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/site.py"></location>
            <source>puts a box beside its picture</source>
            <translation>setzt einen Rahmen neben das Bild</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>{target} is a whole disk.</source>
            <translation>{target} ist ein ganzer Datenträger.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Choose a folder on it.</source>
            <translation>Einen Ordner darauf wählen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>{file} lies inside the catalogue's folder.</source>
            <translation>{file} liegt im Ordner des Katalogs.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Another export to {target} is under way.</source>
            <translation>Ein anderer Export nach {target} läuft gerade.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Wait until it has ended, then export again. Nothing was changed.</source>
            <translation>Warten, bis er beendet ist, dann erneut exportieren. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Free some space or choose another disk, then export again. Nothing was changed.</source>
            <translation>Platz schaffen oder einen anderen Datenträger wählen, dann erneut exportieren. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Close programs that use it, check that you may write there and around it, or choose another folder. Nothing was changed.</source>
            <translation>Programme schließen, die den Ordner benutzen, die Schreibrechte dort und in seiner Umgebung prüfen oder einen anderen Ordner wählen. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>The export to {folder} could not be written: {reason}.</source>
            <translation>Der Export nach {folder} konnte nicht geschrieben werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Check that the disk is connected, then export again. Nothing was changed.</source>
            <translation>Prüfen, ob der Datenträger angeschlossen ist, dann erneut exportieren. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>{target} is a file.</source>
            <translation>{target} ist eine Datei.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>The folder {target} is not empty, and Curator did not write it.</source>
            <translation>Der Ordner {target} ist nicht leer und stammt nicht von Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Choose a new folder, an empty one, or an earlier export. Nothing was changed.</source>
            <translation>Einen neuen oder leeren Ordner oder einen früheren Export wählen. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>The export in {target} comes from another catalogue.</source>
            <translation>Der Export in {target} stammt aus einem anderen Katalog.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Choose another folder, or move that export away first. Nothing was changed.</source>
            <translation>Einen anderen Ordner wählen oder jenen Export vorher verschieben. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>The export in {target} holds a file that Curator did not write: {name}.</source>
            <translation>Der Export in {target} enthält eine Datei, die nicht von Curator stammt: {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Move it to another folder, then export again. Nothing was changed.</source>
            <translation>Sie in einen anderen Ordner verschieben, dann erneut exportieren. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/tables.py"></location>
            <source>names other submissions than are there</source>
            <translation>nennt andere Einsendungen, als vorhanden sind</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/writing.py"></location>
            <source>Look at them first, then say that it is meant. Nothing was changed.</source>
            <translation>Zuerst ansehen, dann bestätigen, dass es so gemeint ist. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/writing.py"></location>
            <source>The export in {target} is another one than was looked at.</source>
            <translation>Der Export in {target} ist ein anderer als der, der angesehen wurde.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/writing.py"></location>
            <source>Look at what would change, then export again. Nothing was changed.</source>
            <translation>Ansehen, was sich ändern würde, dann erneut exportieren. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/faces/models.py"></location>
            <source>Install the program again.</source>
            <translation>Das Programm neu installieren.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/faces/plain.py"></location>
            <source>Choose another detector or encoder in the settings.</source>
            <translation>In den Einstellungen einen anderen Detektor oder Encoder wählen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>The folder {folder} could not be read: {reason}.</source>
            <translation>Der Ordner {folder} war nicht lesbar: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is a link that leads out of its folder.</source>
            <translation>{name} ist eine Verknüpfung, die aus ihrem Ordner hinausführt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>{name} could not be read: {reason}.</source>
            <translation>{name} war nicht lesbar: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is a spreadsheet.</source>
            <translation>{name} ist eine Kalkulationstabelle.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>Save it as CSV and load it again.</source>
            <translation>Als CSV speichern und neu laden.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is an archive.</source>
            <translation>{name} ist ein Archiv.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>Unpack it first, then load the folder.</source>
            <translation>Zuerst entpacken, dann den Ordner laden.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is not a picture that Curator can open.</source>
            <translation>{name} ist kein Bild, das Curator öffnen kann.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>Save it as JPEG or PNG, or leave it out.</source>
            <translation>Als JPEG oder PNG speichern oder weglassen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is a PDF document, not a picture.</source>
            <translation>{name} ist ein PDF-Dokument, kein Bild.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>Ask the sender for the picture itself.</source>
            <translation>Das Bild selbst vom Absender erbitten.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is an SVG drawing, not a photo.</source>
            <translation>{name} ist eine SVG-Zeichnung, kein Foto.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>Ask the sender for a JPEG or PNG.</source>
            <translation>Vom Absender ein JPEG oder PNG erbitten.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is a web page, not a picture.</source>
            <translation>{name} ist eine Webseite, kein Bild.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>The folder {folder} is a catalogue of Curator and was left out.</source>
            <translation>Der Ordner {folder} ist ein Katalog von Curator und wurde ausgelassen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>The folder {folder} is an export of Curator and was left out.</source>
            <translation>Der Ordner {folder} ist ein Export von Curator und wurde ausgelassen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{name} is not a picture. Leave it out.</source>
            <translation>{name} ist kein Bild. Weglassen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>Only the first {most} pictures were taken. Load the rest folder by folder.</source>
            <translation>Nur die ersten {most} Bilder wurden aufgenommen. Den Rest Ordner für Ordner laden.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>The folder {folder} lies more than {most} folders deep and was left out. Load it by itself.</source>
            <translation>Der Ordner {folder} liegt mehr als {most} Ordner tief und wurde ausgelassen. Einzeln laden.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{n} more rows of {table} name no file that is there.</source>
            <extracomment>One: {n} more row of {table} names no file that is there.</extracomment>
            <translation>
                <numerusform>{n} weitere Zeile von {table} nennt keine vorhandene Datei.</numerusform>
                <numerusform>{n} weitere Zeilen von {table} nennen keine vorhandene Datei.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{where} has no picture attached.</source>
            <translation>{where} hat kein Bild als Anhang.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{where} names no file. Fill in its column "file".</source>
            <translation>{where} nennt keine Datei. Die Spalte „file“ ausfüllen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{where} names {file}, which is not there. Correct the name or add the picture.</source>
            <translation>{where} nennt {file}, aber diese Datei fehlt. Den Namen berichtigen oder das Bild hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{where} names {file} again. The first row about it counts.</source>
            <translation>{where} nennt {file} noch einmal. Es zählt die erste Zeile dazu.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <location filename="../../curator/engine/intake/nocodb/fetching.py"></location>
            <source>{where} names several people ({names}), so its pictures claim nobody.</source>
            <translation>{where} nennt mehrere Personen ({names}), daher ist bei den Bildern niemand angegeben.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{where} says "{kind}" as kind, which is neither deepfake nor portrait. Check the kind of {file}.</source>
            <translation>{where} nennt als Art „{kind}“, weder deepfake noch portrait. Die Art von {file} prüfen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>The server names a file by a path that leads elsewhere.</source>
            <translation>Der Server nennt eine Datei mit einem Pfad, der anderswohin führt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>There is no address.</source>
            <translation>Die Adresse fehlt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>That is no address.</source>
            <translation>Das ist keine Adresse.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>The address holds a name or a password.</source>
            <translation>Die Adresse enthält einen Namen oder ein Passwort.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>Leave out what stands before the @; Curator signs in with the token alone.</source>
            <translation>Weglassen, was vor dem @ steht; Curator meldet sich allein mit dem Token an.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>Without https everybody on the way could read the token.</source>
            <translation>Ohne https könnte das Token unterwegs von allen gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>Write https:// instead of http://.</source>
            <translation>https:// statt http:// schreiben.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>{host} is asked without https: others in the same network could read the token.</source>
            <translation>{host} wird ohne https angefragt: Andere im selben Netz könnten das Token lesen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>It looks like https://nocodb.example.org.</source>
            <translation>Sie hat die Form https://nocodb.example.org.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>“{typed}” is not the address of a server.</source>
            <translation>„{typed}“ ist nicht die Adresse eines Servers.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/attached.py"></location>
            <source>"{title}" of {where}</source>
            <translation>„{title}“ aus {where}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>That is no token.</source>
            <translation>Das ist kein Token.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>Copy it from NocoDB: Account settings, Tokens.</source>
            <translation>Aus NocoDB kopieren: Kontoeinstellungen (Account settings), Tokens.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} sends Curator round in circles.</source>
            <translation>{host} schickt Curator im Kreis herum.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} sends Curator on to {other}, which nobody named, so nothing was asked there.</source>
            <translation>{host} verweist Curator an {other}; das hat niemand angegeben, daher wurde dort nichts angefragt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>If that is the right server, type its address.</source>
            <translation>Ist das der richtige Server, dessen Adresse eingeben.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>There is no server called {host}, or no network.</source>
            <translation>Es gibt keinen Server namens {host}, oder die Netzverbindung fehlt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>Check the address and the connection.</source>
            <translation>Adresse und Verbindung prüfen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} cannot be reached.</source>
            <translation>{host} ist nicht erreichbar.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>Check the address, and that the server runs.</source>
            <translation>Prüfen, ob die Adresse stimmt und der Server läuft.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} does not answer.</source>
            <translation>{host} antwortet nicht.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>Fetch again later; what is there already is not fetched twice.</source>
            <translation>Später erneut abrufen; was schon da ist, wird nicht doppelt abgerufen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>The connection to {host} broke off.</source>
            <translation>Die Verbindung zu {host} ist abgebrochen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} took too long.</source>
            <translation>{host} hat zu lange gebraucht.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} has no certificate that this computer trusts.</source>
            <translation>{host} hat kein Zertifikat, dem dieser Computer vertraut.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>Check the address. If it is right, ask who runs the server.</source>
            <translation>Die Adresse prüfen. Stimmt sie, bei der Stelle nachfragen, die den Server betreibt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} answers in a way that Curator does not understand.</source>
            <translation>{host} antwortet auf eine Weise, die Curator nicht versteht.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <location filename="../../curator/engine/intake/nocodb/tables.py"></location>
            <source>Check the address: it has to be that of NocoDB itself.</source>
            <translation>Die Adresse prüfen: Es muss die von NocoDB selbst sein.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <source>{name} is missing on the server ({status}).</source>
            <translation>{name} fehlt auf dem Server ({status}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <source>Ask the sender for it, or look for it in NocoDB.</source>
            <translation>Vom Absender erbitten oder in NocoDB danach suchen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <source>{name} lies on {other}, not on {host}, so it was not fetched.</source>
            <translation>{name} liegt auf {other}, nicht auf {host}, und wurde daher nicht abgerufen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <source>If you trust that place, save the picture from there and load it as a file.</source>
            <translation>Ist dieser Ort vertrauenswürdig, das Bild von dort speichern und als Datei laden.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <location filename="../../curator/engine/media.py"></location>
            <source>Ask the sender for the picture again.</source>
            <translation>Das Bild noch einmal vom Absender erbitten.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} has more than {limit:.0f} MB, so it was not taken.</source>
            <translation>{name} hat mehr als {limit:.0f} MB und wurde daher nicht aufgenommen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <source>{name} could not be fetched. {why}</source>
            <translation>{name} ließ sich nicht abrufen. {why}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/exports.py"></location>
            <source>{name} is no export of NocoDB with attachments.</source>
            <translation>{name} ist kein Export aus NocoDB mit Anhängen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/exports.py"></location>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Leave it out.</source>
            <translation>Weglassen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/exports.py"></location>
            <source>{name} is too large: at most {n:,} values are read.</source>
            <translation>{name} ist zu groß: Höchstens {n:,} Werte werden gelesen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/exports.py"></location>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>Split it into several tables.</source>
            <translation>In mehrere Tabellen aufteilen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/exports.py"></location>
            <source>{name} is no export of NocoDB that Curator understands.</source>
            <translation>{name} ist kein Export aus NocoDB, den Curator versteht.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} answers with more than Curator reads.</source>
            <translation>{host} antwortet mit mehr, als Curator liest.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} does not accept the token.</source>
            <translation>{host} nimmt das Token nicht an.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>Check that it was copied whole and is still listed in NocoDB, then try again.</source>
            <translation>Prüfen, ob es vollständig kopiert wurde und in NocoDB noch aufgeführt ist, dann erneut versuchen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} does not let this token read the table.</source>
            <translation>{host} lässt dieses Token die Tabelle nicht lesen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>Make a token in NocoDB as somebody who may see the table.</source>
            <translation>In NocoDB ein Token mit einem Konto erstellen, das die Tabelle sehen darf.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} has nothing at that place ({status}).</source>
            <translation>{host} hat an dieser Stelle nichts ({status}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>Check the address, the base and the table.</source>
            <translation>Adresse, Base und Tabelle prüfen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} was asked too often and wants a pause.</source>
            <translation>{host} wurde zu oft angefragt und verlangt eine Pause.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>Fetch again in a few minutes; what is there already is not fetched twice.</source>
            <translation>In einigen Minuten erneut abrufen; was schon da ist, wird nicht doppelt abgerufen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} reports an error of its own ({status}).</source>
            <translation>{host} meldet einen eigenen Fehler ({status}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} did not understand what Curator asked ({status}).</source>
            <translation>{host} hat die Anfrage von Curator nicht verstanden ({status}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/fetching.py"></location>
            <source>More than {n} files are attached to this row; only the first {n} are taken.</source>
            <translation>An dieser Zeile hängen mehr als {n} Dateien; nur die ersten {n} werden aufgenommen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/intake/nocodb/fetching.py"></location>
            <source>{n} more rows of {table} have no picture, or it is not clear whom they show.</source>
            <extracomment>One: {n} more row of {table} has no picture, or it is not clear whom it shows.</extracomment>
            <translation>
                <numerusform>{n} weitere Zeile von {table} hat kein Bild, oder es ist nicht klar, wen sie zeigt.</numerusform>
                <numerusform>{n} weitere Zeilen von {table} haben kein Bild, oder es ist nicht klar, wen sie zeigen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/fetching.py"></location>
            <source>No picture is attached to this row.</source>
            <translation>An dieser Zeile hängt kein Bild.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/fetching.py"></location>
            <source>The server tells too few names at once, so the rest claims nobody.</source>
            <translation>Der Server nennt zu wenige Namen auf einmal, daher ist beim Rest niemand angegeben.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/fetching.py"></location>
            <source>{name} did not arrive. {why}</source>
            <translation>{name} ist nicht angekommen. {why}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/looking.py"></location>
            <source>No column seems to hold pictures. Choose the one that does.</source>
            <translation>Keine Spalte scheint Bilder zu enthalten. Die richtige wählen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/mapping.py"></location>
            <source>No column was chosen for the pictures.</source>
            <translation>Für die Bilder wurde keine Spalte gewählt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/mapping.py"></location>
            <source>Choose the one that holds the attachments.</source>
            <translation>Die Spalte mit den Anhängen wählen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/mapping.py"></location>
            <location filename="../../curator/engine/intake/nocodb/marking.py"></location>
            <source>The table {table} has no column “{title}”.</source>
            <translation>Die Tabelle {table} hat keine Spalte „{title}“.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/mapping.py"></location>
            <source>Choose another column for “{field}”.</source>
            <translation>Für „{field}“ eine andere Spalte wählen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/marking.py"></location>
            <source>The column “{title}” is read, so nothing is written to it.</source>
            <translation>Die Spalte „{title}“ wird gelesen, daher wird nichts in sie geschrieben.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/marking.py"></location>
            <source>The column “{title}” is not known to be one of check boxes.</source>
            <translation>Von der Spalte „{title}“ ist nicht bekannt, dass sie Kontrollkästchen enthält.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/marking.py"></location>
            <source>Choose another column for the marks, or none.</source>
            <translation>Eine andere Spalte für die Markierungen wählen oder keine.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/marking.py"></location>
            <source>Rows could not be marked as imported. {why} The pictures are there.</source>
            <translation>Zeilen ließen sich nicht als importiert markieren. {why} Die Bilder sind da.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>Type its title as NocoDB shows it, or its id.</source>
            <translation>Den Titel eingeben, wie NocoDB ihn zeigt, oder die ID.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>No base was named.</source>
            <translation>Es wurde keine Base angegeben.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>No table was named.</source>
            <translation>Es wurde keine Tabelle angegeben.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>The server has no base “{base}”.</source>
            <translation>Der Server hat keine Base „{base}“.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>The base has no table “{table}”.</source>
            <translation>Die Base hat keine Tabelle „{table}“.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>The server gives no table “{table}” to this token.</source>
            <translation>Der Server gibt die Tabelle „{table}“ mit diesem Token nicht heraus.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>Type the ids of base and table instead of their titles; NocoDB shows them in their menus.</source>
            <translation>Statt der Titel die IDs von Base und Tabelle eingeben; NocoDB zeigt sie in deren Menüs.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>The token may see none.</source>
            <translation>Das Token darf keine sehen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>There are: {titles}.</source>
            <translation>Vorhanden: {titles}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/engine/reports/answers.py"></location>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <location filename="../../curator/ui/pickers/choice_picker.py"></location>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <location filename="../../curator/ui/review/findings.py"></location>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <source>Is a deepfake</source>
            <translation>Ist ein Deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <source>Shows (whole name)</source>
            <translation>Zeigt (ganzer Name)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Given name</source>
            <translation>Vorname</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Surname</source>
            <translation>Nachname</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Country</source>
            <translation>Land</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Role</source>
            <translation>Amt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <source>Sender</source>
            <translation>Absender</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/tables.py"></location>
            <source>The table {table} has more than {n:,} rows; only the first {n:,} were read.</source>
            <translation>Die Tabelle {table} hat mehr als {n:,} Zeilen; nur die ersten {n:,} wurden gelesen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/tables.py"></location>
            <source>Take rows that are done out of it in NocoDB, and fetch again.</source>
            <translation>Erledigte Zeilen in NocoDB herausnehmen und erneut abrufen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/tables.py"></location>
            <source>Whom {where} shows could not be read. {why}</source>
            <translation>Wen {where} zeigt, ließ sich nicht lesen. {why}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/tables.py"></location>
            <source>{host} does not answer as NocoDB does.</source>
            <translation>{host} antwortet nicht wie NocoDB.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} repeats row {row}. The first one counts.</source>
            <translation>{where} wiederholt Zeile {row}. Die erste zählt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} gives {name} a second office. {role} counts.</source>
            <translation>{where} gibt {name} ein zweites Amt. Es zählt: {role}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{table} has {count} people for {country}; the index has at most {most}.</source>
            <translation>{table} nennt {count} Personen für {country}; das Verzeichnis hat höchstens {most}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} names nobody.</source>
            <translation>{where} nennt niemanden.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>Fill in name and surname.</source>
            <translation>Vor- und Nachnamen eintragen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} has an unknown country, "{country}".</source>
            <translation>{where} nennt ein unbekanntes Land, „{country}“.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>Write the English name of a country of the European Union.</source>
            <translation>Den englischen Namen eines Landes der Europäischen Union eintragen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} has an unknown role, "{role}".</source>
            <translation>{where} nennt ein unbekanntes Amt, „{role}“.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>Write one of: {roles}.</source>
            <translation>Eines davon eintragen: {roles}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} names the portrait "{name}", which is not there.</source>
            <translation>{where} nennt das Porträt „{name}“, das fehlt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>Correct the name or add the picture.</source>
            <translation>Den Namen berichtigen oder das Bild hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} names {name}, which is not a picture.</source>
            <translation>{where} nennt {name}, das ist kein Bild.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_tree.py"></location>
            <source>The folder {folder} lies too deep and was left out.</source>
            <translation>Der Ordner {folder} liegt zu tief und wurde ausgelassen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/intake/politicians_tree.py"></location>
            <source>The folder {folder} holds {n} pictures but is not named after a politician. Put them into a folder with the politician's name.</source>
            <extracomment>One: The folder {folder} holds {n} picture but is not named after a politician. Put it into a folder with the politician's name.</extracomment>
            <translation>
                <numerusform>Der Ordner {folder} enthält {n} Bild, ist aber nicht nach einem Politiker benannt. Das Bild in einen Ordner mit dessen Namen legen.</numerusform>
                <numerusform>Der Ordner {folder} enthält {n} Bilder, ist aber nicht nach einem Politiker benannt. Die Bilder in einen Ordner mit dessen Namen legen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>{name} is too large: at most {rows} rows with {cells} cells are read.</source>
            <translation>{name} ist zu groß: Höchstens {rows} Zeilen mit {cells} Zellen werden gelesen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>Row {row} of {name} cannot be read.</source>
            <translation>Zeile {row} von {name} ist nicht lesbar.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>Look for a quotation mark that is opened and never closed.</source>
            <translation>Nach einem Anführungszeichen suchen, das geöffnet und nie geschlossen wird.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>{name} has no column "{column}", so nothing was read from it.</source>
            <translation>{name} hat keine Spalte „{column}“, daher wurde nichts daraus gelesen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>The first row has to hold the names of the columns.</source>
            <translation>Die erste Zeile muss die Namen der Spalten enthalten.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>Row {row} of {table}</source>
            <translation>Zeile {row} von {table}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>{name} is too large: at most {limit:.0f} MB are read.</source>
            <translation>{name} ist zu groß: Höchstens {limit:.0f} MB werden gelesen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>This is {what}, not a picture file.</source>
            <translation>Das ist {what}, keine Bilddatei.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a folder</source>
            <translation>ein Ordner</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a link to another file</source>
            <translation>eine Verknüpfung mit einer anderen Datei</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a device or a pipe</source>
            <translation>ein Gerät oder eine Pipe</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is no longer there.</source>
            <translation>Die Datei ist nicht mehr da.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file may not be read by this user.</source>
            <translation>Für die Datei fehlt die Leseberechtigung.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file cannot be opened.</source>
            <translation>Die Datei lässt sich nicht öffnen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file cannot be read from the disk.</source>
            <translation>Die Datei lässt sich nicht vom Datenträger lesen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is empty.</source>
            <translation>Die Datei ist leer.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file ends before the picture begins.</source>
            <translation>Die Datei endet, bevor das Bild beginnt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is not the one that was taken in: its content has changed.</source>
            <translation>Die Datei ist nicht mehr die aufgenommene: Ihr Inhalt hat sich geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is larger than {limit} megabytes ({size}).</source>
            <translation>Die Datei ist größer als {limit} Megabyte ({size}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The picture is larger than {limit} megapixels ({size}).</source>
            <translation>Das Bild ist größer als {limit} Megapixel ({size}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>Reading the picture takes more memory than is allowed.</source>
            <translation>Das Bild zu lesen braucht mehr Speicher als erlaubt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is not a picture but {kind}.</source>
            <translation>Die Datei ist kein Bild, sondern {kind}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a PDF document</source>
            <translation>ein PDF-Dokument</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>an SVG drawing</source>
            <translation>eine SVG-Zeichnung</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a web page</source>
            <translation>eine Webseite</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a video</source>
            <translation>ein Video</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a ZIP archive or an office document</source>
            <translation>ein ZIP-Archiv oder ein Office-Dokument</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a data file</source>
            <translation>eine Datendatei</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>text</source>
            <translation>Text</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The picture is damaged: its beginning cannot be read.</source>
            <translation>Das Bild ist beschädigt: Sein Anfang ist nicht lesbar.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is not a picture of a known kind.</source>
            <translation>Die Datei ist kein Bild einer bekannten Art.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The picture is damaged and cannot be read.</source>
            <translation>Das Bild ist beschädigt und nicht lesbar.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The part that was asked for lies outside the picture.</source>
            <translation>Der verlangte Ausschnitt liegt außerhalb des Bildes.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The face finder failed on this picture.</source>
            <translation>Die Gesichtssuche ist an diesem Bild gescheitert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>Looking at the picture took longer than {seconds} seconds and was stopped.</source>
            <translation>Die Auswertung des Bildes dauerte länger als {seconds} Sekunden und wurde abgebrochen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The process that looked at this picture ended early.</source>
            <translation>Der Prozess, der dieses Bild auswertete, endete vorzeitig.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The process that looked at this picture ended early (signal {signal}).</source>
            <translation>Der Prozess, der dieses Bild auswertete, endete vorzeitig (Signal {signal}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The process that looked at this picture ended early (exit code {code}).</source>
            <translation>Der Prozess, der dieses Bild auswertete, endete vorzeitig (Exit-Code {code}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>In the settings it can be looked at again.</source>
            <translation>In den Einstellungen lässt es sich neu auswerten.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The worker process is gone.</source>
            <translation>Der Arbeitsprozess ist nicht mehr da.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>A worker process sent back more than it was asked for.</source>
            <translation>Ein Arbeitsprozess hat mehr zurückgesandt, als verlangt war.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>A worker process sent back something that makes no sense ({what}).</source>
            <translation>Ein Arbeitsprozess hat etwas Sinnloses zurückgesandt ({what}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>No face was found in it. Use a photo that shows the face larger and from the front.</source>
            <translation>Darin wurde kein Gesicht gefunden. Ein Foto verwenden, das das Gesicht größer und von vorn zeigt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>It shows {faces} faces. Crop it so that only the politician is left.</source>
            <translation>Es zeigt {faces} Gesichter. Zuschneiden, bis nur noch der Politiker zu sehen ist.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>Its face is too small or unclear to compare with. Use a larger photo.</source>
            <translation>Das Gesicht ist zum Vergleichen zu klein oder zu undeutlich. Ein größeres Foto verwenden.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>YuNet cannot be used, faces are looked for by HOG, which misses more: {reason}</source>
            <translation>YuNet lässt sich nicht verwenden; die Gesichtssuche läuft mit HOG, das mehr übersieht: {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>onnxruntime is not installed.</source>
            <translation>onnxruntime ist nicht installiert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>onnxruntime is not installed; faces are encoded by dlib, which is slower.</source>
            <translation>onnxruntime ist nicht installiert; Gesichter werden von dlib kodiert, was langsamer ist.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The encoder's file has an unknown layout ({detail}); faces are encoded by dlib.</source>
            <translation>Die Datei des Encoders ist unbekannt aufgebaut ({detail}); Gesichter werden von dlib kodiert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>onnxruntime cannot run the encoder ({detail}); faces are encoded by dlib.</source>
            <translation>onnxruntime kann den Encoder nicht ausführen ({detail}); Gesichter werden von dlib kodiert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>onnxruntime differs from dlib by {deviation}; faces are encoded by dlib.</source>
            <translation>onnxruntime weicht um {deviation} von dlib ab; Gesichter werden von dlib kodiert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The model file {name} is not the one that Curator was measured with.</source>
            <translation>Die Modelldatei {name} ist nicht die, mit der Curator vermessen wurde.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The model file {name} is missing.</source>
            <translation>Die Modelldatei {name} fehlt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The face_recognition library is not part of this installation.</source>
            <translation>Die Bibliothek face_recognition gehört nicht zu dieser Installation.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The face finder cannot be started. {reason}</source>
            <translation>Die Gesichtssuche lässt sich nicht starten. {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} is empty.</source>
            <translation>{name} ist leer.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} has {size:.0f} MB; at most {limit:.0f} MB are taken.</source>
            <translation>{name} hat {size:.0f} MB; höchstens {limit:.0f} MB werden aufgenommen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Save the picture smaller and load it again.</source>
            <translation>Das Bild kleiner speichern und neu laden.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>The disk that holds the catalogue is full.</source>
            <translation>Der Datenträger mit dem Katalog ist voll.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Free some space, then go on.</source>
            <translation>Platz schaffen, dann fortfahren.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>The catalogue's folder {folder} cannot be written to.</source>
            <translation>In den Ordner {folder} des Katalogs kann nicht geschrieben werden.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Check its permissions, or copy the catalogue to another place.</source>
            <translation>Seine Zugriffsrechte prüfen oder den Katalog an einen anderen Ort kopieren.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>The catalogue's folder {folder} could not be used: {reason}.</source>
            <translation>Der Ordner {folder} des Katalogs war nicht benutzbar: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Check that the disk is connected, then try again.</source>
            <translation>Prüfen, ob der Datenträger angeschlossen ist, dann erneut versuchen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/bringing.py"></location>
            <source>{name} holds a decision that makes no sense.</source>
            <translation>{name} enthält eine Entscheidung, die keinen Sinn ergibt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/bringing.py"></location>
            <source>Choose another copy. What was brought in before stays.</source>
            <translation>Eine andere Kopie wählen. Was vorher übernommen wurde, bleibt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>There is no catalogue and no backup in {path}.</source>
            <translation>In {path} gibt es weder einen Katalog noch eine Sicherung.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>Choose a backup, or the folder of a catalogue.</source>
            <translation>Eine Sicherung oder den Ordner eines Katalogs wählen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{path} is this catalogue itself.</source>
            <translation>{path} ist dieser Katalog selbst.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{name} has {size:.0f} MB; at most {limit:.0f} MB are read.</source>
            <translation>{name} hat {size:.0f} MB; höchstens {limit:.0f} MB werden gelesen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>A change to {name} is half made.</source>
            <translation>Eine Änderung an {name} ist nur halb ausgeführt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>Open and close that catalogue in Curator there, then try again. Nothing was changed.</source>
            <translation>Den Katalog dort in Curator öffnen und schließen, dann erneut versuchen. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>Check that its disk is connected. Nothing was changed.</source>
            <translation>Prüfen, ob der Datenträger angeschlossen ist. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{name} is being written to by another program.</source>
            <translation>In {name} schreibt gerade ein anderes Programm.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>Close that catalogue there, then try again. Nothing was changed.</source>
            <translation>Den Katalog dort schließen, dann erneut versuchen. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{name} is not sound. {what}</source>
            <translation>{name} ist fehlerhaft. {what}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>It is another catalogue, no copy of this one. The pictures are compared byte by byte.</source>
            <translation>Es ist ein anderer Katalog, keine Kopie von diesem. Die Bilder werden Byte für Byte verglichen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>It has nothing to bring in.</source>
            <translation>Es gibt nichts zu übernehmen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>Decided there by {names}.</source>
            <translation>Wer dort entschieden hat: {names}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>Something was erased here that this copy may still hold. Its notes, its names and its pictures stay out, so that nothing erased comes back.</source>
            <translation>Hier wurde etwas gelöscht, das diese Kopie noch enthalten könnte. Ihre Notizen, Namen und Bilder bleiben draußen, damit nichts Gelöschtes zurückkommt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>Something was erased there that this catalogue may still hold.</source>
            <translation>Dort wurde etwas gelöscht, das dieser Katalog noch enthalten könnte.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>It was cancelled. What was brought in until then stays; merging again goes on.</source>
            <translation>Es wurde abgebrochen. Was bis dahin übernommen wurde, bleibt; erneutes Übernehmen setzt es fort.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>Nothing was brought in.</source>
            <translation>Es wurde nichts übernommen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>Brought in: {n:,} decisions ({verdicts}). Undo takes them back in one step.</source>
            <extracomment>One: Brought in: {n:,} decision ({verdicts}). Undo takes it back.</extracomment>
            <translation>
                <numerusform>{n:,} Entscheidung übernommen ({verdicts}). „Rückgängig“ nimmt sie zurück.</numerusform>
                <numerusform>{n:,} Entscheidungen übernommen ({verdicts}). „Rückgängig“ nimmt sie in einem Schritt zurück.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>Brought in: {n:,} pictures. They are looked at as any others.</source>
            <extracomment>One: Brought in: {n:,} picture. It is looked at as any other.</extracomment>
            <translation>
                <numerusform>{n:,} Bild übernommen. Es wird wie jedes andere ausgewertet.</numerusform>
                <numerusform>{n:,} Bilder übernommen. Sie werden wie alle anderen ausgewertet.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} decisions would come in: {verdicts}.</source>
            <extracomment>One: {n:,} decision would come in: {verdicts}.</extracomment>
            <translation>
                <numerusform>{n:,} Entscheidung würde übernommen: {verdicts}.</numerusform>
                <numerusform>{n:,} Entscheidungen würden übernommen: {verdicts}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} pictures are only there and would come in, with what was sent with them.</source>
            <extracomment>One: {n:,} picture is only there and would come in, with what was sent with it.</extracomment>
            <translation>
                <numerusform>{n:,} Bild gibt es nur dort; es würde übernommen, mit allem, was dazu eingesandt wurde.</numerusform>
                <numerusform>{n:,} Bilder gibt es nur dort; sie würden übernommen, mit allem, was dazu eingesandt wurde.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} pictures are decided alike on both sides.</source>
            <extracomment>One: {n:,} picture is decided alike on both sides.</extracomment>
            <translation>
                <numerusform>Über {n:,} Bild ist auf beiden Seiten gleich entschieden.</numerusform>
                <numerusform>Über {n:,} Bilder ist auf beiden Seiten gleich entschieden.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} pictures are decided otherwise here. They stay as they are here.</source>
            <extracomment>One: {n:,} picture is decided otherwise here. It stays as it is here.</extracomment>
            <translation>
                <numerusform>Über {n:,} Bild ist hier anders entschieden. Das bleibt so.</numerusform>
                <numerusform>Über {n:,} Bilder ist hier anders entschieden. Das bleibt so.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} pictures were decided there with another claim or as another kind. They stay undecided here.</source>
            <extracomment>One: {n:,} picture was decided there with another claim or as another kind. It stays undecided here.</extracomment>
            <translation>
                <numerusform>Über {n:,} Bild wurde dort mit anderer Angabe oder als andere Art entschieden. Hier bleibt es offen.</numerusform>
                <numerusform>Über {n:,} Bilder wurde dort mit anderer Angabe oder als andere Art entschieden. Hier bleiben sie offen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} pictures were approved there with faces that were marked otherwise by hand. They stay undecided here.</source>
            <extracomment>One: {n:,} picture was approved there with faces that were marked otherwise by hand. It stays undecided here.</extracomment>
            <translation>
                <numerusform>{n:,} Bild wurde dort mit von Hand anders markierten Gesichtern freigegeben. Es bleibt hier offen.</numerusform>
                <numerusform>{n:,} Bilder wurden dort mit von Hand anders markierten Gesichtern freigegeben. Sie bleiben hier offen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} pictures were approved there and cannot be read here. They stay undecided.</source>
            <extracomment>One: {n:,} picture was approved there and cannot be read here. It stays undecided.</extracomment>
            <translation>
                <numerusform>{n:,} Bild wurde dort freigegeben und ist hier nicht lesbar. Es bleibt offen.</numerusform>
                <numerusform>{n:,} Bilder wurden dort freigegeben und sind hier nicht lesbar. Sie bleiben offen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>What was decided there stands beside it on the desk, until somebody decides it here.</source>
            <translation>Was dort entschieden wurde, steht am Arbeitsplatz daneben, bis hier jemand entscheidet.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} submissions are only there, and their pictures are missing or changed.</source>
            <extracomment>One: {n:,} submission is only there, and its picture is missing or changed.</extracomment>
            <translation>
                <numerusform>{n:,} Einsendung gibt es nur dort, und ihr Bild fehlt oder ist verändert.</numerusform>
                <numerusform>{n:,} Einsendungen gibt es nur dort, und ihre Bilder fehlen oder sind verändert.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} submissions are only there, and their pictures are not in a backup.</source>
            <extracomment>One: {n:,} submission is only there, and its picture is not in a backup.</extracomment>
            <translation>
                <numerusform>{n:,} Einsendung gibt es nur dort, und eine Sicherung enthält ihr Bild nicht.</numerusform>
                <numerusform>{n:,} Einsendungen gibt es nur dort, und eine Sicherung enthält ihre Bilder nicht.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} submissions are only there and stay out: they were erased here, or may have been.</source>
            <extracomment>One: {n:,} submission is only there and stays out: it was erased here, or may have been.</extracomment>
            <translation>
                <numerusform>{n:,} Einsendung gibt es nur dort, und sie bleibt draußen: Sie wurde hier gelöscht, zumindest möglicherweise.</numerusform>
                <numerusform>{n:,} Einsendungen gibt es nur dort, und sie bleiben draußen: Sie wurden hier gelöscht, zumindest möglicherweise.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{number:,} {verdict}</source>
            <translation>{number:,} {verdict}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{names} and others</source>
            <translation>{names} und andere</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} is a link to a file that is not there.</source>
            <translation>{name} ist eine Verknüpfung mit einer Datei, die fehlt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Load the file itself.</source>
            <translation>Die Datei selbst laden.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} is no longer there.</source>
            <translation>{name} ist nicht mehr da.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Look where it went.</source>
            <translation>Nachsehen, wo die Datei geblieben ist.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} may not be read.</source>
            <translation>Für {name} fehlt die Leseberechtigung.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Change its permissions, or copy it to your own folder.</source>
            <translation>Die Zugriffsrechte ändern oder in den eigenen Ordner kopieren.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} could not be opened: {reason}.</source>
            <translation>{name} ließ sich nicht öffnen: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} is a folder, not a picture.</source>
            <translation>{name} ist ein Ordner, kein Bild.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Load the pictures in it.</source>
            <translation>Die Bilder darin laden.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} is a pipe, a socket or a device, not an ordinary file.</source>
            <translation>{name} ist eine Pipe, ein Socket oder ein Gerät, keine gewöhnliche Datei.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} could not be read to its end: {reason}.</source>
            <translation>{name} ließ sich nicht bis zum Ende lesen: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Copy it to another disk and load it again.</source>
            <translation>Auf einen anderen Datenträger kopieren und neu laden.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} was changed while it was read.</source>
            <translation>{name} wurde während des Lesens geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Load it again when it is complete.</source>
            <translation>Neu laden, wenn die Datei vollständig ist.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/politicians.py"></location>
            <source>{file} is a reference portrait of {name} already.</source>
            <translation>{file} ist schon ein Referenzporträt von {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/politicians.py"></location>
            <source>A photo shows one person: take it out there if it is somebody else.</source>
            <translation>Ein Foto zeigt eine Person: Dort entfernen, falls es jemand anderes ist.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/politicians.py"></location>
            <source>No politicians were found in it. Curator looks for folders named Country/Name Surname with photos.</source>
            <translation>Darin wurden keine Politiker gefunden. Curator sucht Ordner der Form Land/Vorname Nachname mit Fotos.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/erasing.py"></location>
            <source>Some of it was erased, the rest was not. {why}</source>
            <translation>Ein Teil wurde gelöscht, der Rest nicht. {why}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/erasing.py"></location>
            <source>Something is being erased, and that is not done yet.</source>
            <translation>Ein Löschvorgang ist noch nicht abgeschlossen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/erasing.py"></location>
            <source>Try again when it is. If it was interrupted, Curator’s window goes on with it.</source>
            <translation>Danach erneut versuchen. Wurde er unterbrochen, setzt das Fenster von Curator ihn fort.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/erasing.py"></location>
            <source>Another program reads the database just now.</source>
            <translation>Ein anderes Programm liest gerade die Datenbank.</translation>
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
            <translation>Der Sicherungsordner {folder} ist gerade nicht erreichbar.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/erasing.py"></location>
            <source>The backup {file} could not be deleted.</source>
            <translation>Die Sicherung {file} ließ sich nicht löschen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>What was sent in</source>
            <translation>Was eingesandt wurde</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>Faces (biometric data)</source>
            <translation>Gesichter (biometrische Daten)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Decisions</source>
            <translation>Entscheidungen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>Beside the database</source>
            <translation>Außerhalb der Datenbank</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} submissions with their pictures and previews: {undecided:,} undecided, {rejected:,} rejected</source>
            <extracomment>One: {n:,} submission with its picture and preview: {undecided:,} undecided, {rejected:,} rejected</extracomment>
            <translation>
                <numerusform>{n:,} Einsendung mit Bild und Vorschau: {undecided:,} offen, {rejected:,} abgelehnt</numerusform>
                <numerusform>{n:,} Einsendungen mit Bildern und Vorschauen: {undecided:,} offen, {rejected:,} abgelehnt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} senders by name</source>
            <extracomment>One: {n:,} sender by name</extracomment>
            <translation>
                <numerusform>{n:,} Absender mit Namen</numerusform>
                <numerusform>{n:,} Absender mit Namen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} file names with the folders or tables that they came from</source>
            <extracomment>One: {n:,} file name with the folder or table that it came from</extracomment>
            <translation>
                <numerusform>{n:,} Dateiname mit dem Ordner oder der Tabelle, woraus er stammt</numerusform>
                <numerusform>{n:,} Dateinamen mit den Ordnern oder Tabellen, aus denen sie stammen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} claims of whom a picture shows</source>
            <extracomment>One: {n:,} claim of whom a picture shows</extracomment>
            <translation>
                <numerusform>{n:,} Angabe, wen ein Bild zeigt</numerusform>
                <numerusform>{n:,} Angaben, wen ein Bild zeigt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} notes</source>
            <extracomment>One: {n:,} note</extracomment>
            <translation>
                <numerusform>{n:,} Notiz</numerusform>
                <numerusform>{n:,} Notizen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} things that files say about themselves, such as their programs</source>
            <extracomment>One: {n:,} thing that a file says about itself, such as its program</extracomment>
            <translation>
                <numerusform>{n:,} Auskunft einer Datei über sich selbst, etwa ihr Programm</numerusform>
                <numerusform>{n:,} Auskünfte von Dateien über sich selbst, etwa ihre Programme</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} attachments of servers noted as fetched, by number</source>
            <extracomment>One: {n:,} attachment of a server noted as fetched, by number</extracomment>
            <translation>
                <numerusform>{n:,} Anhang eines Servers, mit Nummer als abgerufen vermerkt</numerusform>
                <numerusform>{n:,} Anhänge von Servern, mit Nummer als abgerufen vermerkt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} loads under way, with the folders that they read</source>
            <extracomment>One: {n:,} load under way, with the folders that it reads</extracomment>
            <translation>
                <numerusform>{n:,} laufender Ladevorgang mit den Ordnern, die er liest</numerusform>
                <numerusform>{n:,} laufende Ladevorgänge mit den Ordnern, die sie lesen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} encodings of submitted faces, kept until they are decided about ({undecided:,} undecided)</source>
            <extracomment>One: {n:,} encoding of a submitted face, kept until it is decided about ({undecided:,} undecided)</extracomment>
            <translation>
                <numerusform>{n:,} Kodierung eines eingesandten Gesichts, aufbewahrt bis zur Entscheidung ({undecided:,} offen)</numerusform>
                <numerusform>{n:,} Kodierungen eingesandter Gesichter, aufbewahrt bis zur Entscheidung ({undecided:,} offen)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} encodings of faces that are decided about; there should be none: check the catalogue</source>
            <extracomment>One: {n:,} encoding of a face that is decided about; there should be none: check the catalogue</extracomment>
            <translation>
                <numerusform>{n:,} Kodierung eines Gesichts, über das entschieden ist; es sollte keine geben: den Katalog prüfen</numerusform>
                <numerusform>{n:,} Kodierungen von Gesichtern, über die entschieden ist; es sollte keine geben: den Katalog prüfen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>no encoding of a face that is decided about: it went with the decision</source>
            <translation>keine Kodierung eines Gesichts, über das entschieden ist: Sie wurde mit der Entscheidung gelöscht</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} encodings of reference portraits of politicians</source>
            <extracomment>One: {n:,} encoding of a reference portrait of a politician</extracomment>
            <translation>
                <numerusform>{n:,} Kodierung eines Referenzporträts eines Politikers</numerusform>
                <numerusform>{n:,} Kodierungen von Referenzporträts von Politikern</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} reference portraits of {politicians:,} politicians</source>
            <extracomment>One: {n:,} reference portrait of {politicians:,} politicians</extracomment>
            <translation>
                <numerusform>{n:,} Referenzporträt, {politicians:,} Politiker</numerusform>
                <numerusform>{n:,} Referenzporträts, {politicians:,} Politiker</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} politicians who were taken out of the index, by name</source>
            <extracomment>One: {n:,} politician who was taken out of the index, by name</extracomment>
            <translation>
                <numerusform>{n:,} aus dem Verzeichnis entfernter Politiker, mit Namen</numerusform>
                <numerusform>{n:,} aus dem Verzeichnis entfernte Politiker, mit Namen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} frames around faces, with {matches:,} distances to politicians</source>
            <extracomment>One: {n:,} frame around a face, with {matches:,} distances to politicians</extracomment>
            <translation>
                <numerusform>{n:,} Rahmen um ein Gesicht; Abstände zu Politikern: {matches:,}</numerusform>
                <numerusform>{n:,} Rahmen um Gesichter; Abstände zu Politikern: {matches:,}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} rows of the decision log, which are never erased and hold no names</source>
            <extracomment>One: {n:,} row of the decision log, which is never erased and holds no names</extracomment>
            <translation>
                <numerusform>{n:,} Zeile des Entscheidungsprotokolls, das nie gelöscht wird und keine Namen enthält</numerusform>
                <numerusform>{n:,} Zeilen des Entscheidungsprotokolls, das nie gelöscht wird und keine Namen enthält</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} names of curators who signed them</source>
            <extracomment>One: {n:,} name of a curator who signed them</extracomment>
            <translation>
                <numerusform>{n:,} Name eines Kurators, der sie unterzeichnet hat</numerusform>
                <numerusform>{n:,} Namen von Kuratoren, die sie unterzeichnet haben</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} notes of curators beside the log</source>
            <extracomment>One: {n:,} note of a curator beside the log</extracomment>
            <translation>
                <numerusform>{n:,} Notiz eines Kurators neben dem Protokoll</numerusform>
                <numerusform>{n:,} Notizen von Kuratoren neben dem Protokoll</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} rows of the log with claimed names beside them</source>
            <extracomment>One: {n:,} row of the log with claimed names beside it</extracomment>
            <translation>
                <numerusform>{n:,} Protokollzeile mit angegebenen Namen daneben</numerusform>
                <numerusform>{n:,} Protokollzeilen mit angegebenen Namen daneben</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} decisions of other copies that differ, with their curators, notes and claims</source>
            <extracomment>One: {n:,} decision of another copy that differs, with its curator, note and claim</extracomment>
            <translation>
                <numerusform>{n:,} abweichende Entscheidung einer anderen Kopie, mit Kurator, Notiz und Angabe</numerusform>
                <numerusform>{n:,} abweichende Entscheidungen anderer Kopien, mit Kuratoren, Notizen und Angaben</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} saved filters, with the words they look for</source>
            <extracomment>One: {n:,} saved filter, with the words it looks for</extracomment>
            <translation>
                <numerusform>{n:,} gespeicherter Filter mit seinen Suchwörtern</numerusform>
                <numerusform>{n:,} gespeicherte Filter mit ihren Suchwörtern</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} backups of the database, with all of the above but pictures</source>
            <extracomment>One: {n:,} backup of the database, with all of the above but pictures</extracomment>
            <translation>
                <numerusform>{n:,} Sicherung der Datenbank mit allem Obigen außer den Bildern</numerusform>
                <numerusform>{n:,} Sicherungen der Datenbank mit allem Obigen außer den Bildern</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>backups in {folder}, which is not there now</source>
            <translation>Sicherungen in {folder}, gerade nicht erreichbar</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} exports noted, with their folders; what was published is out of reach</source>
            <extracomment>One: {n:,} export noted, with its folder; what was published is out of reach</extracomment>
            <translation>
                <numerusform>{n:,} vermerkter Export mit seinem Ordner; Veröffentlichtes lässt sich von hier nicht löschen</numerusform>
                <numerusform>{n:,} vermerkte Exporte mit ihren Ordnern; Veröffentlichtes lässt sich von hier nicht löschen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>the log of the program, which names nobody and no file</source>
            <translation>die Protokolldatei des Programms, die weder Personen noch Dateien nennt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>the settings of each person: the last catalogue’s folder and the last search</source>
            <translation>die Einstellungen jeder Person: Ordner des letzten Katalogs und letzte Suche</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>something erased that can still be read; Curator tries again at the next start</source>
            <translation>Gelöschtes, das noch lesbar ist; Curator versucht es beim nächsten Start erneut</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/looking.py"></location>
            <source>The catalogue and the backups that are there know nobody of the name “{name}”.</source>
            <translation>Im Katalog und in den erreichbaren Sicherungen gibt es niemanden mit dem Namen „{name}“.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/looking.py"></location>
            <source>Backups in {folder} may: connect its disk and look again.</source>
            <translation>In den Sicherungen in {folder} vielleicht schon: den Datenträger anschließen und erneut nachsehen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/looking.py"></location>
            <source>Nobody of the name “{name}” sent anything.</source>
            <translation>Unter dem Namen „{name}“ hat niemand etwas eingesandt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/looking.py"></location>
            <source>Check how the name is written.</source>
            <translation>Die Schreibweise des Namens prüfen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/looking.py"></location>
            <source>The grace period has 0 to {most} days.</source>
            <translation>Die Frist beträgt 0 bis {most} Tage.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/looking.py"></location>
            <source>Choose another number of days.</source>
            <translation>Eine andere Anzahl von Tagen wählen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>Erased: {n:,} pictures with their previews; the database was written anew.</source>
            <extracomment>One: Erased: {n:,} picture with its preview; the database was written anew.</extracomment>
            <translation>
                <numerusform>Gelöscht: {n:,} Bild mit seiner Vorschau; die Datenbank wurde neu geschrieben.</numerusform>
                <numerusform>Gelöscht: {n:,} Bilder mit ihren Vorschauen; die Datenbank wurde neu geschrieben.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>Not yet erased for good: some of it can still be read in files.</source>
            <translation>Noch nicht endgültig gelöscht: Einiges ist in Dateien noch lesbar.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>Curator tries again at the next start.</source>
            <translation>Curator versucht es beim nächsten Start erneut.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} backups were replaced by a new one.</source>
            <extracomment>One: {n:,} backup was replaced by a new one.</extracomment>
            <translation>
                <numerusform>{n:,} Sicherung wurde durch eine neue ersetzt.</numerusform>
                <numerusform>{n:,} Sicherungen wurden durch eine neue ersetzt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>No picture was rejected more than {n:,} days ago.</source>
            <extracomment>One: No picture was rejected more than {n:,} day ago.</extracomment>
            <translation>
                <numerusform>Vor mehr als {n:,} Tag wurde kein Bild abgelehnt.</numerusform>
                <numerusform>Vor mehr als {n:,} Tagen wurde kein Bild abgelehnt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} reference portraits that came from them.</source>
            <extracomment>One: {n:,} reference portrait that came from them.</extracomment>
            <translation>
                <numerusform>{n:,} Referenzporträt, das daraus stammt.</numerusform>
                <numerusform>{n:,} Referenzporträts, die daraus stammen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>With each picture go its original and previews, its file names, notes, senders, claims, faces and hashes, and the notes on its decisions.</source>
            <translation>Mit jedem Bild werden sein Original und seine Vorschauen gelöscht, dazu Dateinamen, Notizen, Absender, Angaben, Gesichter und Hashwerte sowie die Notizen zu seinen Entscheidungen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} rejected pictures ({size:,.1f} MB), rejected from {oldest} to {newest}.</source>
            <extracomment>One: {n:,} rejected picture ({size:,.1f} MB), rejected from {oldest} to {newest}.</extracomment>
            <translation>
                <numerusform>{n:,} abgelehntes Bild ({size:,.1f} MB), abgelehnt von {oldest} bis {newest}.</numerusform>
                <numerusform>{n:,} abgelehnte Bilder ({size:,.1f} MB), abgelehnt von {oldest} bis {newest}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} pictures that only {name} sent ({size:,.1f} MB).</source>
            <extracomment>One: {n:,} picture that only {name} sent ({size:,.1f} MB).</extracomment>
            <translation>
                <numerusform>{n:,} Bild, das nur {name} eingesandt hat ({size:,.1f} MB).</numerusform>
                <numerusform>{n:,} Bilder, die nur {name} eingesandt hat ({size:,.1f} MB).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} pictures that others sent too stay, without what {name} said about them.</source>
            <extracomment>One: {n:,} picture that others sent too stays, without what {name} said about it.</extracomment>
            <translation>
                <numerusform>{n:,} Bild, das auch andere eingesandt haben, bleibt, aber ohne das, was {name} dazu angegeben hat.</numerusform>
                <numerusform>{n:,} Bilder, die auch andere eingesandt haben, bleiben, aber ohne das, was {name} dazu angegeben hat.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>The catalogue no longer knows {name}.</source>
            <translation>Der Katalog kennt {name} nicht mehr.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} backups still do, with what {name} sent and said.</source>
            <extracomment>One: {n:,} backup still does, with what {name} sent and said.</extracomment>
            <translation>
                <numerusform>{n:,} Sicherung kennt den Namen noch, mit allem, was {name} eingesandt und angegeben hat.</numerusform>
                <numerusform>{n:,} Sicherungen kennen den Namen noch, mit allem, was {name} eingesandt und angegeben hat.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{name} with {n:,} reference portraits and their encodings.</source>
            <extracomment>One: {name} with {n:,} reference portrait and its encoding.</extracomment>
            <translation>
                <numerusform>{name} mit {n:,} Referenzporträt und dessen Kodierung.</numerusform>
                <numerusform>{name} mit {n:,} Referenzporträts und deren Kodierungen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} rankings of faces that name {name}.</source>
            <extracomment>One: {n:,} ranking of a face that names {name}.</extracomment>
            <translation>
                <numerusform>{n:,} Rangliste eines Gesichts, die {name} nennt.</numerusform>
                <numerusform>{n:,} Ranglisten von Gesichtern, die {name} nennen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} submissions that claim {name} stay; they claim somebody who is not in the index then.</source>
            <extracomment>One: {n:,} submission that claims {name} stays; it claims somebody who is not in the index then.</extracomment>
            <translation>
                <numerusform>{n:,} Einsendung mit der Angabe {name} bleibt; die Person steht dann nicht mehr im Verzeichnis.</numerusform>
                <numerusform>{n:,} Einsendungen mit der Angabe {name} bleiben; die Person steht dann nicht mehr im Verzeichnis.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>The name stays written in {n:,} claims: correct them, or erase their senders.</source>
            <extracomment>One: The name stays written in {n:,} claim: correct it, or erase its sender.</extracomment>
            <translation>
                <numerusform>Der Name bleibt in {n:,} Angabe stehen: diese berichtigen oder ihren Absender löschen.</numerusform>
                <numerusform>Der Name bleibt in {n:,} Angaben stehen: diese berichtigen oder ihre Absender löschen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>The decision log stays: numbers, codes and digests, without names. Undo brings nothing back.</source>
            <translation>Das Entscheidungsprotokoll bleibt: Nummern, Codes und Prüfsummen, ohne Namen. „Rückgängig“ holt nichts zurück.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} backups are deleted, and a new one is made.</source>
            <extracomment>One: {n:,} backup is deleted, and a new one is made.</extracomment>
            <translation>
                <numerusform>{n:,} Sicherung wird gelöscht und eine neue erstellt.</numerusform>
                <numerusform>{n:,} Sicherungen werden gelöscht und eine neue erstellt.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>The folder of backups {folder} is not there now: what is in it is deleted at the first start of Curator with its disk connected.</source>
            <translation>Der Sicherungsordner {folder} ist gerade nicht erreichbar: Sein Inhalt wird gelöscht, sobald Curator das erste Mal mit angeschlossenem Datenträger startet.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>The export in {folder} names {name}, also where it shows no picture: export there again, and publish that.</source>
            <translation>Der Export in {folder} nennt {name}, auch wo er kein Bild zeigt: dort erneut exportieren und diesen Stand veröffentlichen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} pictures are still in the export in {folder}: export there again, and publish that.</source>
            <extracomment>One: {n:,} picture is still in the export in {folder}: export there again, and publish that.</extracomment>
            <translation>
                <numerusform>{n:,} Bild liegt noch im Export in {folder}: dorthin erneut exportieren und das Ergebnis veröffentlichen.</numerusform>
                <numerusform>{n:,} Bilder liegen noch im Export in {folder}: dorthin erneut exportieren und das Ergebnis veröffentlichen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/receiving.py"></location>
            <source>An error in Curator ended the load.</source>
            <translation>Ein Fehler in Curator hat das Laden beendet.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/receiving.py"></location>
            <source>What was loaded stays. Load the rest again, and report the error if it returns.</source>
            <translation>Was geladen wurde, bleibt. Den Rest neu laden und den Fehler melden, wenn er wieder auftritt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/answers.py"></location>
            <source>Answer</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/answers.py"></location>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <location filename="../../curator/ui/queue/list_view.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Submissions</source>
            <translation>Einsendungen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/answers.py"></location>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/answers.py"></location>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/answers.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Sender (internal)</source>
            <translation>Absender (intern)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/reports/answers.py"></location>
            <source>To {sender} (internal), about submissions {numbers}</source>
            <extracomment>One: To {sender} (internal), about submission {numbers}</extracomment>
            <translation>
                <numerusform>An {sender} (intern), zu Einsendung Nr. {numbers}</numerusform>
                <numerusform>An {sender} (intern), zu Einsendung Nr. {numbers}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/reports/answers.py"></location>
            <source>Answer {number}, about submissions {numbers}</source>
            <extracomment>One: Answer {number}, about submission {numbers}</extracomment>
            <translation>
                <numerusform>Antwort {number}, zu Einsendung Nr. {numbers}</numerusform>
                <numerusform>Antwort {number}, zu Einsendung Nr. {numbers}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <source>Row</source>
            <translation>Zeile</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Step</source>
            <translation>Schritt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>What was done</source>
            <translation>Was getan wurde</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Undoes row</source>
            <translation>Macht Zeile rückgängig</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Submission</source>
            <translation>Einsendung</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>SHA-256 of the picture</source>
            <translation>SHA-256 des Bildes</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>By</source>
            <translation>Von</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>At (UTC)</source>
            <translation>Zeitpunkt (UTC)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Verdict then</source>
            <translation>Urteil damals</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>From where</source>
            <translation>Woher</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Advice seen</source>
            <translation>Gesehene Empfehlung</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Faces seen</source>
            <translation>Gesehene Gesichter</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Rule set</source>
            <translation>Regelsatz</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Program</source>
            <translation>Programm</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>What was changed</source>
            <translation>Was geändert wurde</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Link of the chain</source>
            <translation>Kettenglied</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>The link fits</source>
            <translation>Kettenglied passt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Note (internal)</source>
            <translation>Notiz (intern)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>yes</source>
            <translation>ja</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>no</source>
            <translation>nein</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/formats.py"></location>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>{file} did not come back from the disk as it was written.</source>
            <translation>{file} ließ sich nicht so zurücklesen, wie es geschrieben wurde.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/formats.py"></location>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>Check the disk, then try again. Nothing was changed.</source>
            <translation>Den Datenträger prüfen, dann erneut versuchen. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/phrases.py"></location>
            <source>Answers are not written in “{language}”.</source>
            <translation>In „{language}“ werden keine Antworten geschrieben.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/phrases.py"></location>
            <source>Choose one of: {languages}.</source>
            <translation>Eine davon wählen: {languages}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/phrases.py"></location>
            <source>The file {name} of Curator is missing or damaged.</source>
            <translation>Die Datei {name} von Curator fehlt oder ist beschädigt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/phrases.py"></location>
            <location filename="../../curator/engine/resources.py"></location>
            <source>Install Curator again.</source>
            <translation>Curator neu installieren.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Free some space or choose another disk, then try again. Nothing was changed.</source>
            <translation>Platz schaffen oder einen anderen Datenträger wählen, dann erneut versuchen. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Close programs that use it, check that you may write there, or choose another folder. Nothing was changed.</source>
            <translation>Programme schließen, die darauf zugreifen, die Schreibrechte prüfen oder einen anderen Ordner wählen. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>{file} could not be written: {reason}.</source>
            <translation>{file} ließ sich nicht schreiben: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Check its name and that the disk is connected. Nothing was changed.</source>
            <translation>Den Namen prüfen und ob der Datenträger angeschlossen ist. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Name a file on it.</source>
            <translation>Eine Datei darauf angeben.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>There is no folder {folder}.</source>
            <translation>Den Ordner {folder} gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Make it first, or choose another.</source>
            <translation>Zuerst anlegen oder einen anderen wählen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>{target} is a folder.</source>
            <translation>{target} ist ein Ordner.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Name a file in it.</source>
            <translation>Eine Datei darin angeben.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>{file} is a device or a pipe.</source>
            <translation>{file} ist ein Gerät oder eine Pipe.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Name an ordinary file.</source>
            <translation>Eine gewöhnliche Datei angeben.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>There is a file {file} already.</source>
            <translation>Die Datei {file} gibt es schon.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Choose another name, or say that it is to be replaced. Nothing was changed.</source>
            <translation>Einen anderen Namen wählen oder angeben, dass sie ersetzt werden soll. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/export/model.py"></location>
            <source>Number</source>
            <translation>Nummer</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>How it was made</source>
            <translation>Wie es entstand</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Claimed politician</source>
            <translation>Angegebener Politiker</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>In the index</source>
            <translation>Im Verzeichnis</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Verdict</source>
            <translation>Urteil</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Advice</source>
            <translation>Empfehlung</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Advised reason</source>
            <translation>Empfohlener Grund</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Distance</source>
            <translation>Abstand</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Word for it</source>
            <translation>Einstufung</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Compared with</source>
            <translation>Verglichen mit</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>What holds against it</source>
            <translation>Was dagegen spricht</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Received</source>
            <translation>Eingegangen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>What the file says of itself</source>
            <translation>Was die Datei über sich sagt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Decided by</source>
            <translation>Entschieden von</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Decided at (UTC)</source>
            <translation>Entschieden am (UTC)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>File name (internal)</source>
            <translation>Dateiname (intern)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>waiting</source>
            <translation>wartet</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Other</source>
            <translation>Anderes</translation>
        </message>
        <message>
            <location filename="../../curator/engine/resources.py"></location>
            <source>Curator's own files are missing: {place} was not found.</source>
            <translation>Dateien von Curator selbst fehlen: {place} wurde nicht gefunden.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/rules.py"></location>
            <source>The thresholds contradict each other.</source>
            <translation>Die Schwellen widersprechen einander.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/rules.py"></location>
            <source>Each band must end before the next one does. Correct them or restore the defaults.</source>
            <translation>Jede Stufe muss vor der nächsten enden. Berichtigen oder die Standardwerte wiederherstellen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/backups.py"></location>
            <source>Another backup of this catalogue is being made.</source>
            <translation>Gerade wird eine andere Sicherung dieses Katalogs erstellt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/backups.py"></location>
            <source>Try again when it is done.</source>
            <translation>Erneut versuchen, wenn sie fertig ist.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/safekeeping/repair.py"></location>
            <source>Made previews and thumbnails of {n} pictures anew.</source>
            <extracomment>One: Made preview and thumbnail of {n} picture anew.</extracomment>
            <translation>
                <numerusform>Vorschau und Miniatur von {n} Bild neu erstellt.</numerusform>
                <numerusform>Vorschauen und Miniaturen von {n} Bildern neu erstellt.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/repair.py"></location>
            <source>No backup could be made before, for an index of the database is damaged.</source>
            <translation>Vorher ließ sich keine Sicherung erstellen, weil ein Index der Datenbank beschädigt ist.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/repair.py"></location>
            <source>No preview of {what} could be made: {why}</source>
            <translation>Es ließ sich keine Vorschau erstellen: {what}. {why}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>There is no backup named {name}.</source>
            <translation>Es gibt keine Sicherung namens {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>“curator backups” lists those that there are.</source>
            <translation>„curator backups“ listet die vorhandenen auf.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>{file} is a backup of another catalogue.</source>
            <translation>{file} ist die Sicherung eines anderen Katalogs.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>Put it into a new folder under the name “catalogue.db”, and open that.</source>
            <translation>Sie unter dem Namen „catalogue.db“ in einen neuen Ordner legen und diesen öffnen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>Nothing was changed. Choose another backup.</source>
            <translation>Es wurde nichts geändert. Eine andere Sicherung wählen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>This backup is from before something was erased, and would bring it back.</source>
            <translation>Diese Sicherung ist älter als eine Löschung und brächte das Gelöschte zurück.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>Choose a newer one.</source>
            <translation>Eine neuere wählen.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/verification.py"></location>
            <source>The picture of {what} is missing.</source>
            <translation>Das Bild fehlt: {what}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/verification.py"></location>
            <source>The picture of {what} was changed or cannot be read.</source>
            <translation>Das Bild wurde verändert oder ist nicht lesbar: {what}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/safekeeping/verification.py"></location>
            <source>The previews or thumbnails of {n} pictures are missing or damaged.</source>
            <extracomment>One: The preview or thumbnail of {n} picture is missing or damaged.</extracomment>
            <translation>
                <numerusform>Vorschau oder Miniatur von {n} Bild fehlt oder ist beschädigt.</numerusform>
                <numerusform>Vorschauen oder Miniaturen von {n} Bildern fehlen oder sind beschädigt.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/verification.py"></location>
            <source>the reference portrait {file} of {name}</source>
            <translation>das Referenzporträt {file} von {name}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/verification.py"></location>
            <source>submission {number} ({file})</source>
            <translation>Einsendung {number} ({file})</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/safekeeping/verification.py"></location>
            <source>{n} pictures in the folder “media” belong to nothing in the catalogue; a restored backup may not know of them. Nothing was done to them.</source>
            <extracomment>One: {n} picture in the folder “media” belongs to nothing in the catalogue; a restored backup may not know of it. Nothing was done to it.</extracomment>
            <translation>
                <numerusform>{n} Bild im Ordner „media“ gehört zu nichts im Katalog; eine wiederhergestellte Sicherung kennt es womöglich nicht. Es blieb unverändert.</numerusform>
                <numerusform>{n} Bilder im Ordner „media“ gehören zu nichts im Katalog; eine wiederhergestellte Sicherung kennt sie womöglich nicht. Sie blieben unverändert.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/tokens.py"></location>
            <source>This computer has no keyring that keeps tokens safe.</source>
            <translation>Dieser Computer hat keinen Schlüsselbund, der Tokens sicher aufbewahrt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/tokens.py"></location>
            <source>The token is asked for each time instead.</source>
            <translation>Das Token wird stattdessen jedes Mal abgefragt.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/tokens.py"></location>
            <source>The system's keyring did not take or give the token.</source>
            <translation>Der Schlüsselbund des Systems hat das Token nicht angenommen oder nicht herausgegeben.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/tokens.py"></location>
            <source>Unlock the keyring and try again, or type the token each time.</source>
            <translation>Den Schlüsselbund entsperren und erneut versuchen oder das Token jedes Mal eingeben.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>clear match</source>
            <translation>klarer Treffer</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>look closer</source>
            <translation>genauer ansehen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>reject</source>
            <translation>ablehnen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>undecided</source>
            <translation>offen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>approved</source>
            <translation>freigegeben</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>rejected</source>
            <translation>abgelehnt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>skipped</source>
            <translation>übersprungen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>withdrawn</source>
            <translation>zurückgezogen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>not the politician</source>
            <translation>nicht der Politiker</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>more than one face</source>
            <translation>mehr als ein Gesicht</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/grid/sections.py"></location>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>no face</source>
            <translation>kein Gesicht</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>could be someone else</source>
            <translation>vielleicht jemand anderes</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>duplicate</source>
            <translation>Doppel</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>unsafe</source>
            <translation>bedenklich</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>unreadable</source>
            <translation>nicht lesbar</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>not in the index</source>
            <translation>nicht im Verzeichnis</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>looks like a real photo</source>
            <translation>wirkt wie ein echtes Foto</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>face too small</source>
            <translation>Gesicht zu klein</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>other reason</source>
            <translation>anderer Grund</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>asked to be taken down</source>
            <translation>Entfernung gewünscht</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>approved by mistake</source>
            <translation>versehentlich freigegeben</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>ask a colleague</source>
            <translation>Kollegen fragen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>strong</source>
            <translation>stark</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>good</source>
            <translation>gut</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>possible</source>
            <translation>möglich</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>weak</source>
            <translation>schwach</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>no match</source>
            <translation>kein Treffer</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>deepfake</source>
            <translation>Deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>portrait</source>
            <translation>Porträt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>face swap</source>
            <translation>Face-Swap</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>wholly generated</source>
            <translation>ganz erzeugt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>montage</source>
            <translation>Montage</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>approved as a face swap</source>
            <translation>als Face-Swap freigegeben</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>approved as wholly generated</source>
            <translation>als ganz erzeugt freigegeben</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>approved as a montage</source>
            <translation>als Montage freigegeben</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Decided otherwise in another copy</source>
            <translation>In einer anderen Kopie anders entschieden</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/grid/wording.py"></location>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>{verdict}: {reason}</source>
            <translation>{verdict}: {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>made a reference portrait of {name}</source>
            <translation>zum Referenzporträt von {name} gemacht</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>face drawn by hand</source>
            <translation>Gesicht von Hand eingezeichnet</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>marked as not a face</source>
            <translation>als „kein Gesicht“ markiert</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>note corrected</source>
            <translation>Notiz berichtigt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>kind corrected from {before} to {after}</source>
            <translation>Art von {before} zu {after} berichtigt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Its kind there: {kind}</source>
            <translation>Art dort: {kind}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Its claim there: {name}</source>
            <translation>Angabe dort: {name}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Its claim was another there.</source>
            <translation>Die Angabe war dort eine andere.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Its faces are marked otherwise there.</source>
            <translation>Die Gesichter sind dort anders markiert.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>no reference portrait of {name} any more</source>
            <translation>kein Referenzporträt von {name} mehr</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>One face, in profile</source>
            <translation>Ein Gesicht, im Profil</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>One face, blurred</source>
            <translation>Ein Gesicht, unscharf</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>One face</source>
            <translation>Ein Gesicht</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{size}, sharp</source>
            <translation>{size}, scharf</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>{n} faces, all like the claim</source>
            <extracomment>One: {n} face, like the claim</extracomment>
            <translation>
                <numerusform>{n} Gesicht, passt zur Angabe</numerusform>
                <numerusform>{n} Gesichter, alle passen zur Angabe</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>a collage?</source>
            <translation>eine Collage?</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>{n} faces, all but one tiny</source>
            <extracomment>One: {n} face, and none tiny</extracomment>
            <translation>
                <numerusform>{n} Gesicht, nicht winzig</numerusform>
                <numerusform>{n} Gesichter, alle bis auf eines winzig</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>a bystander?</source>
            <translation>eine unbeteiligte Person?</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>{n} faces</source>
            <extracomment>One: {n} face</extracomment>
            <translation>
                <numerusform>{n} Gesicht</numerusform>
                <numerusform>{n} Gesichter</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>{n} like the claim</source>
            <extracomment>One: {n} like the claim</extracomment>
            <translation>
                <numerusform>{n} passt zur Angabe</numerusform>
                <numerusform>{n} passen zur Angabe</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>none like the claim</source>
            <translation>keines passt zur Angabe</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>No face left</source>
            <translation>Kein Gesicht übrig</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>{n} marked as not a face</source>
            <extracomment>One: {n} marked as not a face</extracomment>
            <translation>
                <numerusform>{n} als „kein Gesicht“ markiert</numerusform>
                <numerusform>{n} als „kein Gesicht“ markiert</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>No face found</source>
            <translation>Kein Gesicht gefunden</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{size} px, at least {limit} px</source>
            <translation>{size} px, mindestens {limit} px</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The face is small, distances are less sure</source>
            <translation>Das Gesicht ist klein, Abstände sind weniger sicher</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The face is too small to compare</source>
            <translation>Das Gesicht ist zu klein zum Vergleichen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The face matches the claim</source>
            <translation>Das Gesicht passt zur Angabe</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Claim is near, but not nearest</source>
            <translation>Angabe ist nah, aber nicht am nächsten</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Claim is nearest, but not near</source>
            <translation>Angabe ist am nächsten, aber nicht nah</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Not {name}</source>
            <translation>Nicht {name}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Not the claimed politician</source>
            <translation>Nicht der angegebene Politiker</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{distance}, rank {rank}; {name} is nearer, {nearer}</source>
            <translation>{distance}, Rang {rank}; {name} ist näher, {nearer}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{distance}, look closer up to {limit}</source>
            <translation>{distance}, genauer ansehen bis {limit}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{name} has no reference portraits</source>
            <translation>{name} hat keine Referenzporträts</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The claimed politician has no reference portraits</source>
            <translation>Der angegebene Politiker hat keine Referenzporträts</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{name} is not in the index</source>
            <translation>{name} ist nicht im Verzeichnis</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The claimed politician is not in the index</source>
            <translation>Der angegebene Politiker ist nicht im Verzeichnis</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>No politician is claimed, and nobody is near</source>
            <translation>Kein Politiker ist angegeben, und niemand ist nah</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>No politician is claimed</source>
            <translation>Kein Politiker ist angegeben</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The face could not be compared</source>
            <translation>Das Gesicht konnte nicht verglichen werden</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>with {name}</source>
            <translation>mit {name}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Nobody else is near</source>
            <translation>Niemand sonst ist nah</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>nobody else in the index</source>
            <translation>niemand sonst im Verzeichnis</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Nobody else is as near</source>
            <translation>Niemand sonst ist so nah</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>next {name}, {distance:.2f}</source>
            <translation>danach {name}, {distance:.2f}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{name} is nearer</source>
            <translation>{name} ist näher</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Someone else is nearer</source>
            <translation>Jemand anderes ist näher</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>by {gap}, less than {limit}</source>
            <translation>um {gap}, weniger als {limit}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{name} is nearly as near</source>
            <translation>{name} ist fast so nah</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Someone else is nearly as near</source>
            <translation>Jemand anderes ist fast so nah</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{gap} further, less than {limit}</source>
            <translation>{gap} weiter, weniger als {limit}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Same picture as submission {number}</source>
            <translation>Gleiches Bild wie Einsendung {number}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Perhaps the same picture as submission {number}</source>
            <translation>Vielleicht gleiches Bild wie Einsendung {number}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Like submission {number}, but with another face</source>
            <translation>Wie Einsendung {number}, aber mit anderem Gesicht</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Looks like a real photo from the reference portraits</source>
            <translation>Wirkt wie ein echtes Foto aus den Referenzporträts</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The picture cannot be opened</source>
            <translation>Das Bild lässt sich nicht öffnen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>nearest is {name}, {distance:.2f}</source>
            <translation>am nächsten ist {name}, {distance:.2f}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{distance}, match up to {limit}</source>
            <translation>{distance}, Treffer bis {limit}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>nearly the same picture, mirrored</source>
            <translation>fast gleiches Bild, gespiegelt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>a similar picture, mirrored</source>
            <translation>ähnliches Bild, gespiegelt</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>nearly the same picture</source>
            <translation>fast gleiches Bild</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>a similar picture</source>
            <translation>ähnliches Bild</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>differs in none of 256 points</source>
            <translation>keiner von 256 Punkten verschieden</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>differs in {n} of 256 points</source>
            <extracomment>One: differs in {n} of 256 points</extracomment>
            <translation>
                <numerusform>{n} von 256 Punkten verschieden</numerusform>
                <numerusform>{n} von 256 Punkten verschieden</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>{n} px</source>
            <translation>{n} px</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/jobs.py"></location>
            <source>The program is closing and takes no more work.</source>
            <translation>Das Programm wird beendet und nimmt keine Arbeit mehr an.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/jobs.py"></location>
            <source>The work was stopped because the program is closing.</source>
            <translation>Die Arbeit wurde abgebrochen, weil das Programm beendet wird.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/process.py"></location>
            <source>The program is closing.</source>
            <translation>Das Programm wird beendet.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/sandbox/protections.py"></location>
            <source>cannot open a connection</source>
            <translation>kann keine Verbindung öffnen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/sandbox/protections.py"></location>
            <source>cannot write, rename or delete a file</source>
            <translation>kann keine Datei schreiben, umbenennen oder löschen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/sandbox/protections.py"></location>
            <source>cannot start a program</source>
            <translation>kann kein Programm starten</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/sandbox/protections.py"></location>
            <source>can read nothing but Curator's own program files</source>
            <translation>kann nur Programmdateien von Curator selbst lesen</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/sandbox/protections.py"></location>
            <source>can run no code but what it started with</source>
            <translation>kann nur den Code ausführen, mit dem er gestartet ist</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/sandbox/protections.py"></location>
            <source>has a limit of memory</source>
            <translation>hat eine Speichergrenze</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/worker.py"></location>
            <source>The face finder cannot be started ({error}).</source>
            <translation>Die Gesichtssuche lässt sich nicht starten ({error}).</translation>
        </message>
        <message>
            <location filename="../../curator/ui/breaks.py"></location>
            <source>You have been looking at pictures for {minutes} minutes. A short break helps to see clearly.</source>
            <translation>Seit {minutes} Minuten werden hier Bilder angesehen. Eine kurze Pause hilft, klar zu sehen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/cards.py"></location>
            <source>There is no preview of this picture.</source>
            <translation>Von diesem Bild gibt es keine Vorschau.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/cards.py"></location>
            <source>Nobody is named</source>
            <translation>Niemand genannt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/cards.py"></location>
            <source>No. {number}</source>
            <translation>Nr. {number}</translation>
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
            <translation>Es gibt kein Bild für einen Kontaktbogen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>Approve some first, or choose another filter.</source>
            <translation>Zuerst welche freigeben oder einen anderen Filter wählen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>For internal use</source>
            <translation>Nur intern</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>Page {page} of {pages}</source>
            <translation>Seite {page} von {pages}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>For internal use: not to be published or passed on</source>
            <translation>Nur intern: nicht veröffentlichen und nicht weitergeben</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>{n:,} deepfakes</source>
            <extracomment>One: {n:,} deepfake</extracomment>
            <translation>
                <numerusform>{n:,} Deepfake</numerusform>
                <numerusform>{n:,} Deepfakes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{n:,} portraits</source>
            <extracomment>One: {n:,} portrait</extracomment>
            <translation>
                <numerusform>{n:,} Porträt</numerusform>
                <numerusform>{n:,} Porträts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>{n:,} pictures</source>
            <extracomment>One: {n:,} picture</extracomment>
            <translation>
                <numerusform>{n:,} Bild</numerusform>
                <numerusform>{n:,} Bilder</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>{pictures}: {kinds}</source>
            <translation>{pictures}: {kinds}</translation>
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
            <translation>Bildnachweis</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Signature</source>
            <translation>Signatur</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <source>none</source>
            <translation>ohne</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <source>not possible</source>
            <translation>nicht möglich</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <source>deepfakes, with a new certificate</source>
            <translation>Deepfakes, mit neuem Zertifikat</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <source>deepfakes, by {organisation}</source>
            <translation>Deepfakes, von {organisation}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <location filename="../../curator/ui/export/lines.py"></location>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <location filename="../../curator/ui/log/model.py"></location>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>nobody</source>
            <translation>niemand</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/colleagues.py"></location>
            <location filename="../../curator/ui/export/past_pane.py"></location>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Show the folder</source>
            <translation>Ordner zeigen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/colleagues.py"></location>
            <source>Progress of the file</source>
            <translation>Fortschritt der Datei</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/colleagues.py"></location>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>For colleagues</source>
            <translation>Für Kollegen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/colleagues.py"></location>
            <source>Writing {file} …</source>
            <translation>{file} wird geschrieben …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/colleagues.py"></location>
            <source>Nothing was written.</source>
            <translation>Es wurde nichts geschrieben.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/course.py"></location>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <location filename="../../curator/ui/review/note.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/course.py"></location>
            <source>Cancelling …</source>
            <translation>Wird abgebrochen …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>added</source>
            <translation>hinzugefügt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>changed</source>
            <translation>geändert</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>removed</source>
            <translation>entfernt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>left out</source>
            <translation>ausgelassen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>unchanged</source>
            <translation>unverändert</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>English</source>
            <translation>Englisch</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Italian</source>
            <translation>Italienisch</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>German</source>
            <translation>Deutsch</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>French</source>
            <translation>Französisch</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>not in the index: the name is exported as it was sent</source>
            <translation>nicht im Verzeichnis: Der Name wird exportiert, wie er eingesandt wurde</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>its file says that more of it was made with AI than its label will say</source>
            <translation>die Datei gibt einen größeren KI-Anteil an, als die Kennzeichnung nennen wird</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{count:,} {what}</source>
            <translation>{count:,} {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Nothing was exported from this catalogue before.</source>
            <translation>Aus diesem Katalog wurde noch nichts exportiert.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Last export: {moment}, {n:,} pictures.</source>
            <extracomment>One: Last export: {moment}, {n:,} picture.</extracomment>
            <translation>
                <numerusform>Letzter Export: {moment}, {n:,} Bild.</numerusform>
                <numerusform>Letzter Export: {moment}, {n:,} Bilder.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Credit and licence also go onto {n:,} portraits. Are they the campaign's own?</source>
            <extracomment>One: Credit and licence also go onto {n:,} portrait. Is it the campaign's own?</extracomment>
            <translation>
                <numerusform>Bildnachweis und Lizenz kommen auch in {n:,} Porträt. Gehört das Foto der Kampagne?</numerusform>
                <numerusform>Bildnachweis und Lizenz kommen auch in {n:,} Porträts. Gehören die Fotos der Kampagne?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Making {done:,} of {n:,} pictures</source>
            <extracomment>One: Making {done:,} of {n:,} picture</extracomment>
            <translation>
                <numerusform>{done:,} von {n:,} Bild wird erstellt</numerusform>
                <numerusform>{done:,} von {n:,} Bildern werden erstellt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Writing the gallery: {done:,} of {n:,} pictures</source>
            <extracomment>One: Writing the gallery: {done:,} of {n:,} picture</extracomment>
            <translation>
                <numerusform>Galerie wird geschrieben: {done:,} von {n:,} Bild</numerusform>
                <numerusform>Galerie wird geschrieben: {done:,} von {n:,} Bildern</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Checking {done:,} of {n:,} pictures</source>
            <extracomment>One: Checking {done:,} of {n:,} picture</extracomment>
            <translation>
                <numerusform>{done:,} von {n:,} Bild wird geprüft</numerusform>
                <numerusform>{done:,} von {n:,} Bildern werden geprüft</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Checking the gallery: {done:,} of {n:,} pictures</source>
            <extracomment>One: Checking the gallery: {done:,} of {n:,} picture</extracomment>
            <translation>
                <numerusform>Galerie wird geprüft: {done:,} von {n:,} Bild</numerusform>
                <numerusform>Galerie wird geprüft: {done:,} von {n:,} Bildern</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{n:,} added</source>
            <extracomment>One: {n:,} added</extracomment>
            <translation>
                <numerusform>{n:,} hinzugefügt</numerusform>
                <numerusform>{n:,} hinzugefügt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{n:,} changed</source>
            <extracomment>One: {n:,} changed</extracomment>
            <translation>
                <numerusform>{n:,} geändert</numerusform>
                <numerusform>{n:,} geändert</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} withdrawn</source>
            <extracomment>One: {n:,} withdrawn</extracomment>
            <translation>
                <numerusform>{n:,} zurückgezogen</numerusform>
                <numerusform>{n:,} zurückgezogen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{n:,} removed</source>
            <extracomment>One: {n:,} removed</extracomment>
            <translation>
                <numerusform>{n:,} entfernt</numerusform>
                <numerusform>{n:,} entfernt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{n:,} pictures stand in {folder} ({size}): {changes}. Every file was read again and checked.</source>
            <extracomment>One: {n:,} picture stands in {folder} ({size}): {changes}. Every file was read again and checked.</extracomment>
            <translation>
                <numerusform>{n:,} Bild liegt in {folder} ({size}): {changes}. Jede Datei wurde noch einmal gelesen und geprüft.</numerusform>
                <numerusform>{n:,} Bilder liegen in {folder} ({size}): {changes}. Jede Datei wurde noch einmal gelesen und geprüft.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>nothing changed</source>
            <translation>nichts geändert</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{n:,} of the files are signed.</source>
            <extracomment>One: {n:,} of the files is signed.</extracomment>
            <translation>
                <numerusform>{n:,} der Dateien ist signiert.</numerusform>
                <numerusform>{n:,} der Dateien sind signiert.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>{size:,.1f} MB</source>
            <translation>{size:,.1f} MB</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>{size:,.0f} kB</source>
            <translation>{size:,.0f} kB</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/model.py"></location>
            <source>With this export</source>
            <translation>Mit diesem Export</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/model.py"></location>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <source>Shows</source>
            <translation>Zeigt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/model.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Office</source>
            <translation>Amt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/model.py"></location>
            <source>Why</source>
            <translation>Warum</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <location filename="../../curator/ui/export/side.py"></location>
            <location filename="../../curator/ui/export/site_pane.py"></location>
            <source>What goes along</source>
            <translation>Was dazugehört</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Write the gallery as well</source>
            <translation>Auch die Galerie schreiben</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>the usual one, in each language</source>
            <translation>der übliche, in jeder Sprache</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>nobody is named</source>
            <translation>niemand genannt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>a name or an address</source>
            <translation>Name oder Adresse</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Pages that open from the folder and from a server. They load nothing from elsewhere.</source>
            <translation>Seiten, die sich aus dem Ordner und von einem Server öffnen lassen. Sie laden nichts von anderswo.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Languages of the gallery</source>
            <translation>Sprachen der Galerie</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>In every picture</source>
            <translation>In jedem Bild</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Written into the files and shown in the gallery. Empty for none.</source>
            <translation>Steht in den Dateien und in der Galerie. Leere Felder bleiben weg.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Both also go onto portraits. Those are often press photos, which are not the campaign's to give away.</source>
            <translation>Beides kommt auch in Porträts. Das sind oft Pressefotos, über die nicht die Kampagne verfügt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>The licence leads to {address}</source>
            <translation>Die Lizenz führt zu {address}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>The licence is a name without an address.</source>
            <translation>Die Lizenz ist ein Name ohne Adresse.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>A gallery needs at least one language.</source>
            <translation>Eine Galerie braucht mindestens eine Sprache.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/window/rail.py"></location>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>For whom</source>
            <translation>Für wen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>For the site</source>
            <translation>Für die Website</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <location filename="../../curator/ui/export/past_pane.py"></location>
            <source>Past exports</source>
            <translation>Frühere Exporte</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>stands there whole</source>
            <translation>vollständig vorhanden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>replaced by a newer one</source>
            <translation>durch neueren ersetzt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>something else is there</source>
            <translation>dort liegt etwas anderes</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>the folder is not there</source>
            <translation>Ordner nicht vorhanden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>the folder cannot be read</source>
            <translation>Ordner nicht lesbar</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>Written</source>
            <translation>Erstellt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <location filename="../../curator/ui/export/side.py"></location>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>Now</source>
            <translation>Jetzt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>{n:,}</source>
            <translation>{n:,}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>looking …</source>
            <translation>Prüfung …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>not known</source>
            <translation>nicht bekannt</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>{n:,} files are missing or changed</source>
            <extracomment>One: {n:,} file is missing or changed</extracomment>
            <translation>
                <numerusform>{n:,} Datei fehlt oder ist verändert</numerusform>
                <numerusform>{n:,} Dateien fehlen oder sind verändert</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_pane.py"></location>
            <source>Nothing was exported yet</source>
            <translation>Noch nichts exportiert</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_pane.py"></location>
            <source>Each export for the site is listed here, with its folder and whether it still stands there.</source>
            <translation>Hier steht jeder Export für die Website mit seinem Ordner und ob er dort noch liegt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_pane.py"></location>
            <source>Looked at are the list of files and their sizes. Export again to make one whole.</source>
            <translation>Geprüft werden die Liste der Dateien und ihre Größen. Erneut exportieren, um einen Export zu vervollständigen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_pane.py"></location>
            <source>{folder}: {state}.</source>
            <translation>{folder}: {state}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>What the export would do</source>
            <translation>Was der Export tun würde</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>Dry run</source>
            <translation>Probelauf</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>Nothing is written until you say so. Enter or a double click puts a picture on the desk.</source>
            <translation>Geschrieben wird erst auf Knopfdruck. Enter oder ein Doppelklick bringt ein Bild an den Arbeitsplatz.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>Nothing of that kind</source>
            <translation>Nichts von dieser Art</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>No picture is listed under the chosen filters.</source>
            <translation>Unter den gewählten Filtern ist kein Bild aufgeführt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>Nothing to export</source>
            <translation>Nichts zu exportieren</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>Approved pictures are listed here, with what changed since the last export.</source>
            <translation>Hier stehen die freigegebenen Bilder und was sich seit dem letzten Export geändert hat.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>Writing {file}: {done:,} of {total:,}</source>
            <translation>{file} wird geschrieben: {done:,} von {total:,}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>The log does not fit its chain, first at row {row}. Check the catalogue in the settings.</source>
            <translation>Das Protokoll passt nicht zu seiner Kette, zuerst in Zeile {row}. Den Katalog in den Einstellungen prüfen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>{n:,} answers stand in {file} ({size}).</source>
            <extracomment>One: {n:,} answer stands in {file} ({size}).</extracomment>
            <translation>
                <numerusform>{n:,} Antwort steht in {file} ({size}).</numerusform>
                <numerusform>{n:,} Antworten stehen in {file} ({size}).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>{n:,} rows stand in {file} ({size}).</source>
            <extracomment>One: {n:,} row stands in {file} ({size}).</extracomment>
            <translation>
                <numerusform>{n:,} Zeile steht in {file} ({size}).</numerusform>
                <numerusform>{n:,} Zeilen stehen in {file} ({size}).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>{n:,} pictures stand in {file} ({pages}, {size}).</source>
            <extracomment>One: {n:,} picture stands in {file} ({pages}, {size}).</extracomment>
            <translation>
                <numerusform>{file} enthält {n:,} Bild ({pages}, {size}).</numerusform>
                <numerusform>{file} enthält {n:,} Bilder ({pages}, {size}).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>{n:,} pages</source>
            <extracomment>One: {n:,} page</extracomment>
            <translation>
                <numerusform>{n:,} Seite</numerusform>
                <numerusform>{n:,} Seiten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>{n:,} pictures are not in it because they were called unsafe.</source>
            <extracomment>One: {n:,} picture is not in it because it was called unsafe.</extracomment>
            <translation>
                <numerusform>{n:,} Bild ist nicht enthalten, weil es als bedenklich beurteilt wurde.</numerusform>
                <numerusform>{n:,} Bilder sind nicht enthalten, weil sie als bedenklich beurteilt wurden.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>Contact sheet</source>
            <translation>Kontaktbogen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>Pictures on pages of paper, for meetings. Unsafe ones are never in it.</source>
            <translation>Bilder auf Papierseiten, für Besprechungen. Bedenkliche sind nie dabei.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>Save the contact sheet …</source>
            <translation>Kontaktbogen speichern …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>The approved set</source>
            <translation>Alle freigegebenen</translation>
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
            <translation>Gesichter einrahmen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>What the review page lists: {what}</source>
            <translation>Liste der Seite „Prüfen“: {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>contact sheet</source>
            <translation>Kontaktbogen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>PDF files</source>
            <translation>PDF-Dateien</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>Approved pictures</source>
            <translation>Freigegebene Bilder</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Looking at the approved set …</source>
            <translation>Freigegebene werden durchgesehen …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Change what goes along …</source>
            <translation>Ändern, was dazugehört …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Choose folder …</source>
            <translation>Ordner wählen …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Write it all the same</source>
            <translation>Trotzdem schreiben</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Write the export</source>
            <translation>Export schreiben</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Open the gallery</source>
            <translation>Galerie öffnen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Progress of the export</source>
            <translation>Fortschritt des Exports</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/side.py"></location>
            <source>{n:,} pictures would be published</source>
            <extracomment>One: {n:,} picture would be published</extracomment>
            <translation>
                <numerusform>{n:,} Bild würde veröffentlicht</numerusform>
                <numerusform>{n:,} Bilder würden veröffentlicht</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Nothing is approved yet</source>
            <translation>Noch nichts ist freigegeben</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>With this export: {changes}.</source>
            <translation>Mit diesem Export: {changes}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Not approved and not exported: {what}.</source>
            <translation>Nicht freigegeben und nicht exportiert: {what}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>The dry run could not be made</source>
            <translation>Der Probelauf war nicht möglich</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Gathering the approved set …</source>
            <translation>Freigegebene werden zusammengestellt …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>What stood in the folder before still stands.</source>
            <translation>Was vorher im Ordner lag, liegt dort weiterhin.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Nothing was written. What stood in the folder before still stands.</source>
            <translation>Es wurde nichts geschrieben. Was vorher im Ordner lag, liegt dort weiterhin.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Before the export is written</source>
            <translation>Bevor der Export geschrieben wird</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>No folder is chosen yet.</source>
            <translation>Noch kein Ordner gewählt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Another folder …</source>
            <translation>Anderer Ordner …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>A new, empty or earlier export's folder</source>
            <translation>Ein neuer, leerer oder der Ordner eines früheren Exports</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Proves that a deepfake left your campaign as it is. Whoever saves it anew loses the proof.</source>
            <translation>Belegt, dass ein Deepfake die Kampagne so verlassen hat, wie er vorliegt. Wird er neu gespeichert, geht der Beleg verloren.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Sign deepfakes (C2PA)</source>
            <translation>Deepfakes signieren (C2PA)</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Bring the campaign's own certificate …</source>
            <translation>Zertifikat der Kampagne verwenden …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Go back to a certificate from Curator …</source>
            <translation>Zurück zu einem Zertifikat von Curator …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Remove it and go back</source>
            <translation>Entfernen und zurückkehren</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Leave it as it is</source>
            <translation>So lassen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Certificate …</source>
            <translation>Zertifikat …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Private key …</source>
            <translation>Privater Schlüssel …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Sign with it</source>
            <translation>Damit signieren</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>The certificate, as a PEM file</source>
            <translation>Das Zertifikat als PEM-Datei</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Its private key, as a PEM file</source>
            <translation>Der private Schlüssel dazu als PEM-Datei</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Two PEM files: the certificate with those above it, and its key without a password. Both are copied into the catalogue's folder.</source>
            <translation>Zwei PEM-Dateien: das Zertifikat mit den übergeordneten und sein Schlüssel ohne Passwort. Beide werden in den Ordner des Katalogs kopiert.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>The certificate names {organisation} and holds until {day}. What is signed with it is valid as long.</source>
            <translation>Im Zertifikat steht: {organisation}. Es gilt bis {day}, ebenso alles, was damit signiert ist.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Curator makes a certificate with the first signed export. It names {organisation} and holds ten years.</source>
            <translation>Curator erstellt mit dem ersten signierten Export ein Zertifikat. Es nennt {organisation} und gilt zehn Jahre.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>The campaign's certificate and the copy of its key are deleted from the catalogue's folder. Keep your own. With the next export all deepfakes are signed anew.</source>
            <translation>Das Zertifikat der Kampagne und die Kopie seines Schlüssels werden aus dem Ordner des Katalogs gelöscht. Die eigenen Dateien aufbewahren. Beim nächsten Export werden alle Deepfakes neu signiert.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>PEM files</source>
            <translation>PEM-Dateien</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <location filename="../../curator/ui/window/file_choice.py"></location>
            <source>All files</source>
            <translation>Alle Dateien</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>not chosen yet</source>
            <translation>noch nicht gewählt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/site_pane.py"></location>
            <source>Back to the dry run</source>
            <translation>Zurück zum Probelauf</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/site_pane.py"></location>
            <source>Kept for the next time. A change holds at once.</source>
            <translation>Bleibt für das nächste Mal gespeichert. Änderungen gelten sofort.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>CSV with commas</source>
            <translation>CSV mit Kommas</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>CSV with semicolons</source>
            <translation>CSV mit Semikolons</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>CSV with tabs</source>
            <translation>CSV mit Tabulatoren</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>JSON Lines</source>
            <translation>JSON Lines</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Text to copy from</source>
            <translation>Text zum Kopieren</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Verdicts, all while none is chosen</source>
            <translation>Urteile, ohne Auswahl alle</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>This file will name people: keep it inside the campaign, and delete it when it is used.</source>
            <translation>Diese Datei wird Personen nennen: innerhalb der Kampagne behalten und nach Gebrauch löschen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>One row each, of all or of some verdicts. People are named only if you tick it.</source>
            <translation>Je Einsendung eine Zeile, für alle oder bestimmte Urteile. Personen werden nur auf Wunsch genannt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Save the table …</source>
            <translation>Tabelle speichern …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>submissions</source>
            <translation>Einsendungen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>With notes</source>
            <translation>Mit Notizen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>With file names</source>
            <translation>Mit Dateinamen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>With senders</source>
            <translation>Mit Absendern</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>The whole log, each row with its link, so that a colleague can check the chain.</source>
            <translation>Das ganze Protokoll, jede Zeile mit ihrem Kettenglied, damit andere die Kette prüfen können.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Save the log …</source>
            <translation>Protokoll speichern …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>decisions</source>
            <translation>Entscheidungen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Answers to senders</source>
            <translation>Antworten an Absender</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>One text a sender, about what was decided. Look each over before you send it.</source>
            <translation>Ein Text je Absender, über die Entscheidungen. Jeden vor dem Senden durchsehen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Save the answers …</source>
            <translation>Antworten speichern …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>answers</source>
            <translation>Antworten</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>With senders and their file names</source>
            <translation>Mit Absendern und ihren Dateinamen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Fetch from NocoDB</source>
            <translation>Aus NocoDB abrufen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Look first</source>
            <translation>Zuerst ansehen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Curator shows the first five rows as they would be filed. Nothing is taken in before you say so.</source>
            <translation>Curator zeigt die ersten fünf Zeilen so, wie sie abgelegt würden. Aufgenommen wird erst auf Knopfdruck.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Fetch</source>
            <translation>Abrufen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Type the title or the id of the base.</source>
            <translation>Titel oder ID der Base eingeben.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Type the title or the id of the table.</source>
            <translation>Titel oder ID der Tabelle eingeben.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Type a token. Whoever looks after the server can make one in NocoDB.</source>
            <translation>Ein Token eingeben. Wer den Server betreut, kann in NocoDB eines erstellen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Fetch all rows</source>
            <translation>Alle Zeilen abrufen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Fetch {n:,} rows</source>
            <extracomment>One: Fetch {n:,} row</extracomment>
            <translation>
                <numerusform>{n:,} Zeile abrufen</numerusform>
                <numerusform>{n:,} Zeilen abrufen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Choose the column in which rows are marked, or do not mark them.</source>
            <translation>Die Spalte wählen, in der Zeilen markiert werden, oder auf das Markieren verzichten.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>guessed from the titles</source>
            <translation>aus den Titeln erraten</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>the campaign's table “photos”</source>
            <translation>die Tabelle „photos“ der Kampagne</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>the campaign's table “contributions”</source>
            <translation>die Tabelle „contributions“ der Kampagne</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>chosen by hand</source>
            <translation>von Hand gewählt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>Choice of columns</source>
            <translation>Spaltenauswahl</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>Kind, if not told</source>
            <translation>Art, wenn nicht genannt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>What the columns mean</source>
            <translation>Was die Spalten bedeuten</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>no column</source>
            <translation>keine Spalte</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mark_row.py"></location>
            <source>Column to tick</source>
            <translation>Spalte zum Ankreuzen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mark_row.py"></location>
            <source>choose one</source>
            <translation>eine wählen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mark_row.py"></location>
            <source>Mark rows as imported on the server:</source>
            <translation>Zeilen auf dem Server als importiert markieren:</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mark_row.py"></location>
            <source>Rows cannot be marked on the server: it has no column of check boxes for it.</source>
            <translation>Zeilen lassen sich auf dem Server nicht markieren: Es fehlt eine Spalte mit Kontrollkästchen dafür.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mark_row.py"></location>
            <source>Curator writes nothing else there.</source>
            <translation>Sonst schreibt Curator dort nichts.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/preview_pane.py"></location>
            <source>Say which column holds the pictures.</source>
            <translation>Angeben, welche Spalte die Bilder enthält.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/preview_pane.py"></location>
            <source>Reading the rows again</source>
            <translation>Zeilen werden erneut gelesen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/preview_pane.py"></location>
            <source>The table has no rows</source>
            <translation>Die Tabelle hat keine Zeilen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/fetch/preview_pane.py"></location>
            <source>The first {n} rows, as they would be filed</source>
            <extracomment>One: The first row, as it would be filed</extracomment>
            <translation>
                <numerusform>Die erste Zeile, wie sie abgelegt würde</numerusform>
                <numerusform>Die ersten {n} Zeilen, wie sie abgelegt würden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/fetch/preview_pane.py"></location>
            <source>{shown} of {n:,} rows, as they would be filed</source>
            <extracomment>One: {shown} of {n:,} row, as it would be filed</extracomment>
            <translation>
                <numerusform>{shown} von {n:,} Zeile, wie sie abgelegt würde</numerusform>
                <numerusform>{shown} von {n:,} Zeilen, wie sie abgelegt würden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/fetch/preview_pane.py"></location>
            <source>{n} more warnings</source>
            <extracomment>One: {n} more warning</extracomment>
            <translation>
                <numerusform>{n} weitere Warnung</numerusform>
                <numerusform>{n} weitere Warnungen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <source>{name} (not in the index)</source>
            <translation>{name} (nicht im Verzeichnis)</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>nothing</source>
            <translation>nichts</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <source>no picture</source>
            <translation>kein Bild</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/rows_table.py"></location>
            <source>The first rows as they would be filed</source>
            <translation>Die ersten Zeilen, wie sie abgelegt würden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>title or id</source>
            <translation>Titel oder ID</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Keep it in this computer's keyring</source>
            <translation>Im Schlüsselbund dieses Computers speichern</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Forget it</source>
            <translation>Vergessen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Look at the table</source>
            <translation>Tabelle ansehen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Address of the server</source>
            <translation>Adresse des Servers</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Base</source>
            <translation>Base</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Table</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Token</source>
            <translation>Token</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Look again</source>
            <translation>Neu ansehen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>the one that is kept</source>
            <translation>das gespeicherte</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>One is kept in this computer's keyring.</source>
            <translation>Im Schlüsselbund dieses Computers ist eines gespeichert.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>This computer has no safe keyring: the token is asked for each time.</source>
            <translation>Dieser Computer hat keinen sicheren Schlüsselbund: Das Token wird jedes Mal abgefragt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/waiting.py"></location>
            <source>A server that does not answer is given up after a while. Nothing is taken in yet.</source>
            <translation>Antwortet ein Server nicht, endet der Versuch nach einer Weile. Noch wird nichts aufgenommen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/waiting.py"></location>
            <source>Waiting for the server</source>
            <translation>Warten auf den Server</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/waiting.py"></location>
            <source>Stop waiting</source>
            <translation>Warten beenden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/waiting.py"></location>
            <source>Asking {host} …</source>
            <translation>{host} wird angefragt …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/wording.py"></location>
            <source>A fetch is the only time that Curator uses the network. It talks to the server that you name here, and to no other computer.</source>
            <translation>Nur bei einem Abruf benutzt Curator das Netz. Verbunden wird nur mit dem hier angegebenen Server, mit keinem anderen Computer.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/wording.py"></location>
            <source>A fetch is the only time that Curator uses the network. It talks to {host}, and to no other computer.</source>
            <translation>Nur bei einem Abruf benutzt Curator das Netz. Verbunden wird nur mit {host}, mit keinem anderen Computer.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/area.py"></location>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Faces</source>
            <translation>Gesichter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Select nothing</source>
            <translation>Auswahl aufheben</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Approve as …</source>
            <translation>Freigeben als …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Set aside for a colleague</source>
            <translation>Für Kollegen zurückstellen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Approve {n:,}</source>
            <translation>{n:,} freigeben</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Reject {n:,} …</source>
            <translation>{n:,} ablehnen …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Skip {n:,}</source>
            <translation>{n:,} überspringen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Ask {n:,}</source>
            <translation>Zu {n:,} fragen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Approve</source>
            <translation>Freigeben</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Reject …</source>
            <translation>Ablehnen …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Skip</source>
            <translation>Überspringen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Ask</source>
            <translation>Fragen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>{n:,} submissions</source>
            <extracomment>One: {n:,} submission</extracomment>
            <translation>
                <numerusform>{n:,} Einsendung</numerusform>
                <numerusform>{n:,} Einsendungen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Decide about the selected faces</source>
            <translation>Über die ausgewählten Gesichter entscheiden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Back to the desk</source>
            <translation>Zum Arbeitsplatz</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <location filename="../../curator/ui/window/rail.py"></location>
            <source>Politicians</source>
            <translation>Politiker</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Whose faces?</source>
            <translation>Wessen Gesichter?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Smaller faces</source>
            <translation>Kleinere Gesichter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Larger faces</source>
            <translation>Größere Gesichter</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>{n:,} pictures, nearest first</source>
            <extracomment>One: {n:,} picture, nearest first</extracomment>
            <translation>
                <numerusform>{n:,} Bild, nächste zuerst</numerusform>
                <numerusform>{n:,} Bilder, nächste zuerst</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>All in the filter</source>
            <translation>Alle im Filter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Whose faces are shown: {name}</source>
            <translation>Wessen Gesichter gezeigt werden: {name}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>{n:,} new, refresh</source>
            <extracomment>One: {n:,} new, refresh</extracomment>
            <translation>
                <numerusform>{n:,} neu, aktualisieren</numerusform>
                <numerusform>{n:,} neu, aktualisieren</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Sort again</source>
            <translation>Neu sortieren</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Nothing is selected. Click a face, or go to one and press Space.</source>
            <translation>Nichts ist ausgewählt. Ein Gesicht anklicken oder mit den Pfeiltasten ansteuern und die Leertaste drücken.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Not all of the selected are approved, and only those can be withdrawn.</source>
            <translation>Nicht alle ausgewählten sind freigegeben, und nur freigegebene lassen sich zurückziehen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>{n:,} are selected. At most {most:,} are decided at once: nobody has looked at so many.</source>
            <translation>{n:,} sind ausgewählt. Höchstens {most:,} auf einmal entscheiden: So viele hat niemand angesehen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>There is nothing to undo.</source>
            <translation>Es gibt nichts rückgängig zu machen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>There is nothing to do again.</source>
            <translation>Es gibt nichts zu wiederholen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Undone for {n:,} pictures.</source>
            <extracomment>One: Undone for {n:,} picture.</extracomment>
            <translation>
                <numerusform>Für {n:,} Bild rückgängig gemacht.</numerusform>
                <numerusform>Für {n:,} Bilder rückgängig gemacht.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Done again for {n:,} pictures.</source>
            <extracomment>One: Done again for {n:,} picture.</extracomment>
            <translation>
                <numerusform>Für {n:,} Bild wiederholt.</numerusform>
                <numerusform>Für {n:,} Bilder wiederholt.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Select the others</source>
            <translation>Die übrigen auswählen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>No faces of this politician</source>
            <translation>Keine Gesichter dieses Politikers</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Nothing in the filter claims them any more. Choose “All in the filter” above.</source>
            <translation>Nichts im Filter gibt diese Person noch an. Oben „Alle im Filter“ wählen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>No submissions yet</source>
            <translation>Noch keine Einsendungen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Drop pictures or folders here, or load them on the desk. Their faces will stand here.</source>
            <translation>Bilder oder Ordner hierher ziehen oder am Arbeitsplatz laden. Ihre Gesichter erscheinen dann hier.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Nothing fits</source>
            <translation>Nichts passt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>The filter of the desk lets nothing through. Go back and change it, or load more pictures.</source>
            <translation>Der Filter am Arbeitsplatz lässt nichts durch. Zurückgehen und ihn ändern oder weitere Bilder laden.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/sections.py"></location>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <source>not compared</source>
            <translation>nicht verglichen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/sections.py"></location>
            <source>cannot be opened</source>
            <translation>lässt sich nicht öffnen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>Nothing selected. Click or drag with the mouse, or use the arrows and Space.</source>
            <translation>Nichts ausgewählt. Mit der Maus klicken oder ziehen oder Pfeiltasten und Leertaste benutzen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} selected</source>
            <extracomment>One: {n:,} selected</extracomment>
            <translation>
                <numerusform>{n:,} ausgewählt</numerusform>
                <numerusform>{n:,} ausgewählt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} not analysed yet</source>
            <extracomment>One: {n:,} not analysed yet</extracomment>
            <translation>
                <numerusform>{n:,} noch nicht ausgewertet</numerusform>
                <numerusform>{n:,} noch nicht ausgewertet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} cannot be opened</source>
            <extracomment>One: {n:,} cannot be opened</extracomment>
            <translation>
                <numerusform>{n:,} lässt sich nicht öffnen</numerusform>
                <numerusform>{n:,} lassen sich nicht öffnen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} selected: {details}</source>
            <extracomment>One: {n:,} selected: {details}</extracomment>
            <translation>
                <numerusform>{n:,} ausgewählt: {details}</numerusform>
                <numerusform>{n:,} ausgewählt: {details}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} undecided</source>
            <extracomment>One: {n:,} undecided</extracomment>
            <translation>
                <numerusform>{n:,} offen</numerusform>
                <numerusform>{n:,} offen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} already approved</source>
            <extracomment>One: {n:,} already approved</extracomment>
            <translation>
                <numerusform>{n:,} schon freigegeben</numerusform>
                <numerusform>{n:,} schon freigegeben</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} already rejected</source>
            <extracomment>One: {n:,} already rejected</extracomment>
            <translation>
                <numerusform>{n:,} schon abgelehnt</numerusform>
                <numerusform>{n:,} schon abgelehnt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} set aside</source>
            <extracomment>One: {n:,} set aside</extracomment>
            <translation>
                <numerusform>{n:,} zurückgestellt</numerusform>
                <numerusform>{n:,} zurückgestellt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} set aside for a colleague.</source>
            <extracomment>One: {n:,} set aside for a colleague.</extracomment>
            <translation>
                <numerusform>{n:,} für Kollegen zurückgestellt.</numerusform>
                <numerusform>{n:,} für Kollegen zurückgestellt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} approved.</source>
            <extracomment>One: {n:,} approved.</extracomment>
            <translation>
                <numerusform>{n:,} freigegeben.</numerusform>
                <numerusform>{n:,} freigegeben.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} rejected: {reason}.</source>
            <extracomment>One: {n:,} rejected: {reason}.</extracomment>
            <translation>
                <numerusform>{n:,} abgelehnt: {reason}.</numerusform>
                <numerusform>{n:,} abgelehnt: {reason}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} skipped.</source>
            <extracomment>One: {n:,} skipped.</extracomment>
            <translation>
                <numerusform>{n:,} übersprungen.</numerusform>
                <numerusform>{n:,} übersprungen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} withdrawn: the next export goes without them.</source>
            <extracomment>One: {n:,} withdrawn: the next export goes without it.</extracomment>
            <translation>
                <numerusform>{n:,} zurückgezogen: Der nächste Export enthält es nicht mehr.</numerusform>
                <numerusform>{n:,} zurückgezogen: Der nächste Export enthält sie nicht mehr.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} decided.</source>
            <extracomment>One: {n:,} decided.</extracomment>
            <translation>
                <numerusform>{n:,} entschieden.</numerusform>
                <numerusform>{n:,} entschieden.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} were left out, because they have not been analysed yet.</source>
            <extracomment>One: {n:,} was left out, because it has not been analysed yet.</extracomment>
            <translation>
                <numerusform>{n:,} wurde ausgelassen: noch nicht ausgewertet.</numerusform>
                <numerusform>{n:,} wurden ausgelassen: noch nicht ausgewertet.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>None of the {n:,} has been analysed yet, so nobody has seen them. Wait until they have been.</source>
            <extracomment>One: It has not been analysed yet, so nobody has seen it. Wait until it has been.</extracomment>
            <translation>
                <numerusform>Das Bild ist noch nicht ausgewertet, also hat es niemand gesehen. Die Auswertung abwarten.</numerusform>
                <numerusform>Keines der {n:,} Bilder ist schon ausgewertet, also hat sie niemand gesehen. Die Auswertung abwarten.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>None of the {n:,} can be opened, so they cannot be approved.</source>
            <extracomment>One: It cannot be opened, so it cannot be approved.</extracomment>
            <translation>
                <numerusform>Das Bild lässt sich nicht öffnen und daher nicht freigeben.</numerusform>
                <numerusform>Keines der {n:,} Bilder lässt sich öffnen, daher lassen sie sich nicht freigeben.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>Nothing was approved: {n:,} of the {of:,} selected cannot be opened, so they cannot be approved.</source>
            <extracomment>One: Nothing was approved: {n:,} of the {of:,} selected cannot be opened, so it cannot be approved.</extracomment>
            <translation>
                <numerusform>Nichts wurde freigegeben: {n:,} der {of:,} ausgewählten lässt sich nicht öffnen und daher nicht freigeben.</numerusform>
                <numerusform>Nichts wurde freigegeben: {n:,} der {of:,} ausgewählten lassen sich nicht öffnen und daher nicht freigeben.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/wording.py"></location>
            <source>asked</source>
            <translation>gefragt</translation>
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
            <translation>niemand angegeben</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/wording.py"></location>
            <source>advice: {advice}</source>
            <translation>Empfehlung: {advice}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Background work</source>
            <translation>Arbeit im Hintergrund</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Pause</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Ends the load; what was loaded stays.</source>
            <translation>Beendet das Laden; was geladen wurde, bleibt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Paused</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Loading</source>
            <translation>Lädt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Analysing</source>
            <translation>Auswertung</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <location filename="../../curator/ui/review/zoom_readout.py"></location>
            <source>{n} %</source>
            <translation>{n} %</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Go on</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Looking what there is to load …</source>
            <translation>Es wird nachgesehen, was zu laden ist …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Loading {done:,} of {total:,}</source>
            <translation>{done:,} von {total:,} werden geladen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>{n:,} pictures wait for analysis</source>
            <extracomment>One: {n:,} picture waits for analysis</extracomment>
            <translation>
                <numerusform>{n:,} Bild wartet auf Auswertung</numerusform>
                <numerusform>{n:,} Bilder warten auf Auswertung</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>What was not taken in</source>
            <translation>Was nicht aufgenommen wurde</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>What is doubtful</source>
            <translation>Was zweifelhaft ist</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>What was refused, and warnings</source>
            <translation>Zurückgewiesenes und Warnungen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>Copy the list</source>
            <translation>Liste kopieren</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>Correct what is named here and load it again: what is there already is not loaded twice.</source>
            <translation>Das hier Genannte berichtigen und neu laden: Was schon da ist, wird nicht doppelt geladen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>{n:,} were not taken in</source>
            <extracomment>One: {n:,} was not taken in</extracomment>
            <translation>
                <numerusform>{n:,} wurde nicht aufgenommen</numerusform>
                <numerusform>{n:,} wurden nicht aufgenommen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>{n:,} warnings</source>
            <extracomment>One: {n:,} warning</extracomment>
            <translation>
                <numerusform>{n:,} Warnung</numerusform>
                <numerusform>{n:,} Warnungen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>Everything was taken in</source>
            <translation>Alles wurde aufgenommen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>Taken in, but doubtful:</source>
            <translation>Aufgenommen, aber zweifelhaft:</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>{file} cannot be a reference portrait of {name}. {reason}</source>
            <translation>{file} eignet sich nicht als Referenzporträt von {name}. {reason}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>{names} and {n:,} more</source>
            <extracomment>One: {names} and {n:,} more</extracomment>
            <translation>
                <numerusform>{names} und {n:,} weitere</numerusform>
                <numerusform>{names} und {n:,} weitere</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>{count:,} photos cannot be reference portraits: of {names}.</source>
            <translation>{count:,} Fotos eignen sich nicht als Referenzporträts. Betroffen: {names}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/bindings.py"></location>
            <source>This is no key that a command can have.</source>
            <translation>Diese Taste kann kein Befehl haben.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/bindings.py"></location>
            <source>A key that is held works without Ctrl, Alt and Shift.</source>
            <translation>Eine Taste zum Halten wirkt ohne Ctrl, Alt und Shift.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/bindings.py"></location>
            <source>{key} belongs to “{command}”.</source>
            <translation>{key} gehört zu „{command}“.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>&amp;Review</source>
            <translation>&amp;Prüfen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>&amp;Picture</source>
            <translation>&amp;Bild</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Deciding and moving</source>
            <translation>Entscheiden und Bewegen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Looking</source>
            <translation>Ansehen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Window</source>
            <translation>Fenster</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Catalogue</source>
            <translation>Katalog</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>New catalogue …</source>
            <translation>Neuer Katalog …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Open catalogue …</source>
            <translation>Katalog öffnen …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Open the sample catalogue</source>
            <translation>Beispielkatalog öffnen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Load pictures …</source>
            <translation>Bilder laden …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Load a folder …</source>
            <translation>Ordner laden …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Fetch from NocoDB …</source>
            <translation>Aus NocoDB abrufen …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Import politicians from a folder …</source>
            <translation>Politiker aus Ordner importieren …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Export the approved set …</source>
            <translation>Freigegebene exportieren …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Your name …</source>
            <translation>Ihr Name …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Reject with the advised reason</source>
            <translation>Mit empfohlenem Grund ablehnen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Reject: not the politician</source>
            <translation>Ablehnen: nicht der Politiker</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Reject: more than one face</source>
            <translation>Ablehnen: mehr als ein Gesicht</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Reject: no face</source>
            <translation>Ablehnen: kein Gesicht</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Reject: duplicate</source>
            <translation>Ablehnen: Doppel</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Reject: unsafe, hide at once</source>
            <translation>Ablehnen: bedenklich, sofort verbergen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Ask a colleague</source>
            <translation>Kollegen fragen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Withdraw what was approved …</source>
            <translation>Freigegebenes zurückziehen …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Use as reference portrait …</source>
            <translation>Als Referenzporträt verwenden …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Do again</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Next</source>
            <translation>Nächste</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Previous</source>
            <translation>Vorige</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Next undecided</source>
            <translation>Nächste offene</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Previous undecided</source>
            <translation>Vorige offene</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/widgets/fields.py"></location>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>More filters</source>
            <translation>Weitere Filter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Say whom it shows …</source>
            <translation>Gezeigte Person angeben …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Deepfake or portrait</source>
            <translation>Deepfake oder Porträt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>Edit the note</source>
            <translation>Notiz bearbeiten</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Draw a missed face</source>
            <translation>Übersehenes Gesicht einzeichnen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Not a face</source>
            <translation>Ist kein Gesicht</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Grid of faces</source>
            <translation>Raster der Gesichter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Compare with the portrait</source>
            <translation>Mit dem Porträt vergleichen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Flicker between the two</source>
            <translation>Beide im Wechsel zeigen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Show near-duplicates</source>
            <translation>Beinahe-Doppel zeigen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Face boxes</source>
            <translation>Gesichtsrahmen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Landmarks</source>
            <translation>Merkmalspunkte</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Next reference portrait</source>
            <translation>Nächstes Referenzporträt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Previous reference portrait</source>
            <translation>Voriges Referenzporträt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Next face</source>
            <translation>Nächstes Gesicht</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Previous face</source>
            <translation>Voriges Gesicht</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Zoom in</source>
            <translation>Vergrößern</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Zoom out</source>
            <translation>Verkleinern</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <location filename="../../curator/ui/review/zoom_readout.py"></location>
            <source>Fit the picture</source>
            <translation>Bild einpassen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <location filename="../../curator/ui/review/zoom_readout.py"></location>
            <source>Full size</source>
            <translation>Originalgröße</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Veil pictures</source>
            <translation>Bilder verschleiern</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Look at a veiled picture</source>
            <translation>Verschleiertes Bild ansehen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Full screen</source>
            <translation>Vollbild</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Larger text</source>
            <translation>Größerer Text</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Smaller text</source>
            <translation>Kleinerer Text</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Text at its usual size</source>
            <translation>Text in normaler Größe</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/window/rail.py"></location>
            <source>Review</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/log/page.py"></location>
            <location filename="../../curator/ui/window/rail.py"></location>
            <source>Log</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/settings/page.py"></location>
            <location filename="../../curator/ui/window/rail.py"></location>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <location filename="../../curator/ui/window/key_help.py"></location>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>About Curator</source>
            <translation>Über Curator</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Enter presses buttons and ends what is written or drawn, so it cannot be used here.</source>
            <translation>Enter drückt Schaltflächen und schließt Text und Zeichnung ab, ist hier also nicht verwendbar.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Esc gives up what was begun, so it cannot be used here.</source>
            <translation>Esc bricht Begonnenes ab, ist hier also nicht verwendbar.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Tab goes from field to field, so it cannot be used here.</source>
            <translation>Tab führt von Feld zu Feld, ist hier also nicht verwendbar.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Space presses the button that is reached with Tab, so it cannot be used here.</source>
            <translation>Die Leertaste drückt die Schaltfläche, zu der Tab führt, ist hier also nicht verwendbar.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Text fields need this key, so it cannot be used here.</source>
            <translation>Textfelder brauchen diese Taste, sie ist hier also nicht verwendbar.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Arrows and page keys move in lists, fields and pictures, so they cannot be used here.</source>
            <translation>Pfeil- und Bildtasten bewegen in Listen, Feldern und Bildern, sind hier also nicht verwendbar.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Alt with a letter opens the menus, so it cannot be used here.</source>
            <translation>Alt mit einem Buchstaben öffnet die Menüs, ist hier also nicht verwendbar.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Curator</source>
            <translation>Kurator</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <location filename="../../curator/ui/review/canvas.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>Claim</source>
            <translation>Angabe</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <source>erased ({digest})</source>
            <translation>gelöscht ({digest})</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Search curators, pictures, claims, reasons, notes</source>
            <translation>Kuratoren, Bilder, Angaben, Gründe, Notizen durchsuchen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Search the log</source>
            <translation>Protokoll durchsuchen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Decision log</source>
            <translation>Entscheidungsprotokoll</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/log/page.py"></location>
            <source>{n:,} found, searching …</source>
            <extracomment>One: {n:,} found, searching …</extracomment>
            <translation>
                <numerusform>{n:,} gefunden, Suche läuft …</numerusform>
                <numerusform>{n:,} gefunden, Suche läuft …</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/log/page.py"></location>
            <source>{n:,} read …</source>
            <extracomment>One: {n:,} read …</extracomment>
            <translation>
                <numerusform>{n:,} gelesen …</numerusform>
                <numerusform>{n:,} gelesen …</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/log/page.py"></location>
            <source>{n:,} rows found</source>
            <extracomment>One: {n:,} row found</extracomment>
            <translation>
                <numerusform>{n:,} Zeile gefunden</numerusform>
                <numerusform>{n:,} Zeilen gefunden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/log/page.py"></location>
            <source>{n:,} rows</source>
            <extracomment>One: {n:,} row</extracomment>
            <translation>
                <numerusform>{n:,} Zeile</numerusform>
                <numerusform>{n:,} Zeilen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>scroll on for older rows</source>
            <translation>für ältere Zeilen weiterblättern</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Nothing found</source>
            <translation>Nichts gefunden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>No row of the log holds all these words.</source>
            <translation>Keine Zeile des Protokolls enthält alle diese Wörter.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Nothing decided yet</source>
            <translation>Noch nichts entschieden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Every decision, undo and corrected claim is written down here for good.</source>
            <translation>Jede Entscheidung, jedes Rückgängigmachen und jede berichtigte Angabe wird hier dauerhaft festgehalten.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>What was seen</source>
            <translation>Was zu sehen war</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Claim: {name}</source>
            <translation>Angabe: {name}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <location filename="../../curator/ui/review/elsewhere.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>“{note}”</source>
            <translation>„{note}“</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Show the picture</source>
            <translation>Bild zeigen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Nothing is noted anew here: it brings back an earlier row.</source>
            <translation>Hier wird nichts neu vermerkt: Eine frühere Zeile gilt wieder.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Versions</source>
            <translation>Versionen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>What was seen then</source>
            <translation>Was damals zu sehen war</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Where it was decided</source>
            <translation>Wo entschieden wurde</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Distances</source>
            <translation>Abstände</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Thresholds</source>
            <translation>Schwellen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Select a row to see what lay before the curator.</source>
            <translation>Eine Zeile auswählen, um zu sehen, was dem Kurator vorlag.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>with others at once</source>
            <translation>mit anderen zusammen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>from another copy</source>
            <translation>aus anderer Kopie</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>by a rule</source>
            <translation>durch eine Regel</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Strong up to</source>
            <translation>Stark bis</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Match without a claim up to</source>
            <translation>Treffer ohne Angabe bis</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Match of the claim up to</source>
            <translation>Treffer mit Angabe bis</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Look closer without a claim up to</source>
            <translation>Genauer ansehen ohne Angabe bis</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Look closer at the claim up to</source>
            <translation>Genauer ansehen mit Angabe bis</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Could be either, when closer together than</source>
            <translation>Beide möglich bei Vorsprung unter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Small face below</source>
            <translation>Gesicht klein unter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Not compared below</source>
            <translation>Nicht verglichen unter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Bystander below a share of</source>
            <translation>Unbeteiligt unter einem Anteil von</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Same picture up to</source>
            <translation>Gleiches Bild bis</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Perhaps the same up to</source>
            <translation>Vielleicht gleiches Bild bis</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>{n} of 256 points</source>
            <translation>{n} von 256 Punkten</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>claim corrected from {before} to {after}</source>
            <translation>Angabe von {before} zu {after} berichtigt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>undo of #{number}</source>
            <translation>#{number} rückgängig gemacht</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>undo #{number} taken back: {verdict}</source>
            <translation>Rückgängigmachen #{number} aufgehoben: {verdict}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>{what}; {ended}</source>
            <translation>{what}; {ended}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>{verdict}, {origin}</source>
            <translation>{verdict}, {origin}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>No advice yet</source>
            <translation>Noch keine Empfehlung</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Advice: {advice}</source>
            <translation>Empfehlung: {advice}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>someone removed</source>
            <translation>entfernte Person</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>The face</source>
            <translation>Das Gesicht</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Face {number}</source>
            <translation>Gesicht {number}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>{face} (drawn by hand)</source>
            <translation>{face} (von Hand eingezeichnet)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>{n:,} more faces</source>
            <extracomment>One: {n:,} more face</extracomment>
            <translation>
                <numerusform>{n:,} weiteres Gesicht</numerusform>
                <numerusform>{n:,} weitere Gesichter</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>version {version}</source>
            <translation>Version {version}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Sent in as</source>
            <translation>Eingesandt als</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>SHA-256 of the file</source>
            <translation>SHA-256 der Datei</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>set aside for a colleague</source>
            <translation>für Kollegen zurückgestellt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>opened again</source>
            <translation>wieder geöffnet</translation>
        </message>
        <message>
            <location filename="../../curator/ui/merged.py"></location>
            <source>{curator}, {when}, in another copy; brought in {then}</source>
            <translation>{curator}, {when}, in einer anderen Kopie; übernommen am {then}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/merged.py"></location>
            <source>{curator}, {when}, in another copy; brought in {then} by {name}</source>
            <translation>{curator}, {when}, in einer anderen Kopie; übernommen am {then} von {name}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/messages.py"></location>
            <source>A mistake in Curator</source>
            <translation>Ein Fehler in Curator</translation>
        </message>
        <message>
            <location filename="../../curator/ui/messages.py"></location>
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <location filename="../../curator/ui/messages.py"></location>
            <source>Copy the report</source>
            <translation>Bericht kopieren</translation>
        </message>
        <message>
            <location filename="../../curator/ui/messages.py"></location>
            <source>Something went wrong inside Curator.</source>
            <translation>In Curator ist etwas schiefgegangen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/messages.py"></location>
            <source>Decisions that were saved are safe. Please send this report to whoever looks after Curator; it names no one. The log lies in {log}.</source>
            <translation>Gespeicherte Entscheidungen sind sicher. Den Bericht an die Stelle senden, die Curator betreut; er nennt keine Namen. Die Protokolldatei liegt in {log}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/moments.py"></location>
            <source>{day} {month} {year}</source>
            <translation>{day}. {month} {year}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/moments.py"></location>
            <source>{day} {month}</source>
            <translation>{day}. {month}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/moments.py"></location>
            <source>{day}, {time}</source>
            <translation>{day}, {time}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/choice_picker.py"></location>
            <source>Note, if you like (Tab)</source>
            <translation>Notiz, falls gewünscht (Tab)</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/choice_picker.py"></location>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <location filename="../../curator/ui/widgets/buttons.py"></location>
            <source>Key {key}</source>
            <translation>Taste {key}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Parts of a photo were exchanged or generated.</source>
            <translation>Teile eines Fotos wurden ausgetauscht oder erzeugt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>The whole picture was generated.</source>
            <translation>Das ganze Bild wurde erzeugt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Put together; with which tool is not known.</source>
            <translation>Zusammengesetzt; womit, ist nicht bekannt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Approve as</source>
            <translation>Freigeben als</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Approve as what?</source>
            <translation>Als was freigeben?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Approve {n:,} as what?</source>
            <translation>{n:,} freigeben: als was?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Its label tells that wherever the picture is shown.</source>
            <translation>Die Kennzeichnung sagt das überall, wo das Bild gezeigt wird.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Their labels tell that wherever they are shown. Portraits have none.</source>
            <translation>Die Kennzeichnungen sagen das überall, wo die Bilder gezeigt werden. Porträts haben keine.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <source>Nobody: nothing is claimed</source>
            <translation>Niemand: keine Angabe</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <source>Name, country or role</source>
            <translation>Name, Land oder Amt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <source>Who is it?</source>
            <translation>Wer ist es?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <source>Nobody of that name is in the index.</source>
            <translation>Niemand mit diesem Namen ist im Verzeichnis.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>Correct the claim</source>
            <translation>Angabe berichtigen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/promote_picker.py"></location>
            <source>Use as reference portrait</source>
            <translation>Als Referenzporträt verwenden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/promote_picker.py"></location>
            <source>Use it as a reference portrait of {name}?</source>
            <translation>Als Referenzporträt von {name} verwenden?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/promote_picker.py"></location>
            <source>Every face is compared with it from then on. Only a real photo may be one.</source>
            <translation>Ab dann wird jedes Gesicht damit verglichen. Zulässig ist nur ein echtes Foto.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/promote_picker.py"></location>
            <source>Yes, it is a real photo of {name}</source>
            <translation>Ja, es ist ein echtes Foto von {name}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/promote_picker.py"></location>
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>someone else</source>
            <translation>jemand anderes</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>many faces</source>
            <translation>mehrere Gesichter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>Other reason</source>
            <translation>Anderer Grund</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>Reject for another reason</source>
            <translation>Aus anderem Grund ablehnen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Reject: {reason}</source>
            <translation>Ablehnen: {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/withdraw_picker.py"></location>
            <source>Withdraw</source>
            <translation>Zurückziehen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/withdraw_picker.py"></location>
            <source>Withdraw {what}: why?</source>
            <translation>{what} zurückziehen: warum?</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/pickers/withdraw_picker.py"></location>
            <source>The next export goes without them and says why.</source>
            <extracomment>One: The next export goes without it and says why.</extracomment>
            <translation>
                <numerusform>Der nächste Export enthält es nicht mehr und nennt den Grund.</numerusform>
                <numerusform>Der nächste Export enthält sie nicht mehr und nennt den Grund.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board.py"></location>
            <source>Coverage of the offices</source>
            <translation>Abdeckung der Ämter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board.py"></location>
            <source>with portraits</source>
            <translation>mit Porträts</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board.py"></location>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>no portrait</source>
            <translation>kein Porträt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board.py"></location>
            <source>portraits wait</source>
            <translation>Porträts warten</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board.py"></location>
            <source>nobody named</source>
            <translation>niemand erfasst</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_delegate.py"></location>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Nobody named</source>
            <translation>Niemand erfasst</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_delegate.py"></location>
            <source>No portrait</source>
            <translation>Kein Porträt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_delegate.py"></location>
            <source>Portraits wait</source>
            <translation>Porträts warten</translation>
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
                <numerusform>{n} Lücke</numerusform>
                <numerusform>{n} Lücken</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_model.py"></location>
            <source>complete</source>
            <translation>vollständig</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_view.py"></location>
            <source>Arrow keys move over the board; Enter shows the submissions of an office.</source>
            <translation>Pfeiltasten bewegen in der Übersicht; Enter zeigt die Einsendungen zu einem Amt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_view.py"></location>
            <source>Gaps first</source>
            <translation>Lücken zuerst</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_view.py"></location>
            <source>By name</source>
            <translation>Nach Name</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/confirm.py"></location>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <location filename="../../curator/ui/queue/saved_page.py"></location>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/confirm.py"></location>
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{n} people</source>
            <extracomment>One: {n} person</extracomment>
            <translation>
                <numerusform>{n} Person</numerusform>
                <numerusform>{n} Personen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{office}: nobody is named yet. Press Enter to add someone.</source>
            <translation>{office}: noch niemand erfasst. Mit Enter jemanden hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{office}: {name}, {counts}.</source>
            <translation>{office}: {name}, {counts}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{office}: {n} people ({names}), {counts}.</source>
            <translation>{office}: {n} Personen ({names}), {counts}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{named} of {all} offices named</source>
            <translation>{named} von {all} Ämtern erfasst</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{n} with portraits</source>
            <translation>{n} mit Porträts</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{n} in other offices</source>
            <translation>{n} in anderen Ämtern</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{n:,} portraits wait</source>
            <extracomment>One: {n:,} portrait waits</extracomment>
            <translation>
                <numerusform>{n:,} Porträt wartet</numerusform>
                <numerusform>{n:,} Porträts warten</numerusform>
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
            <translation>Speichern</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>New politician</source>
            <translation>Neuer Politiker</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>Photos are added afterwards.</source>
            <translation>Fotos kommen danach hinzu.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>Remove {name} and {n:,} portraits?</source>
            <extracomment>One: Remove {name} and {n} portrait?</extracomment>
            <translation>
                <numerusform>{name} und ein Porträt entfernen?</numerusform>
                <numerusform>{name} und {n:,} Porträts entfernen?</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>Remove {name}?</source>
            <translation>{name} entfernen?</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>{n:,} open claims name them.</source>
            <extracomment>One: {n} open claim names them.</extracomment>
            <translation>
                <numerusform>Eine offene Angabe nennt diese Person.</numerusform>
                <numerusform>{n:,} offene Angaben nennen diese Person.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>No office, no country</source>
            <translation>Kein Amt, kein Land</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>{name} is in the index already, for {country}. Go on only if this is somebody else.</source>
            <translation>{name} steht schon im Verzeichnis ({country}). Nur fortfahren, wenn dies jemand anderes ist.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>{name} is in the index already, without a country. Go on only if this is somebody else.</source>
            <translation>{name} steht schon im Verzeichnis, ohne Land. Nur fortfahren, wenn dies jemand anderes ist.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/distances.py"></location>
            <source>{one} and {other}: {distance:.2f}, far apart for one person.</source>
            <translation>{one} und {other}: {distance:.2f}, weit auseinander für eine Person.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/distances.py"></location>
            <source>{one} and {other}: {distance:.2f}.</source>
            <translation>{one} und {other}: {distance:.2f}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/distances.py"></location>
            <source>Distances between the portraits</source>
            <translation>Abstände zwischen den Porträts</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/drops.py"></location>
            <source>Import politicians from “{file}”</source>
            <translation>Politiker aus „{file}“ importieren</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/drops.py"></location>
            <source>Drop one folder or one table at a time, or photos only.</source>
            <translation>Immer nur einen Ordner oder eine Tabelle hierher ziehen, oder nur Fotos.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/drops.py"></location>
            <source>Drop a folder or a table of politicians first, and then their photos.</source>
            <translation>Zuerst einen Ordner oder eine Tabelle mit Politikern hierher ziehen, dann die Fotos.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/drops.py"></location>
            <source>Select a politician first, then drop the photos.</source>
            <translation>Zuerst einen Politiker auswählen, dann die Fotos hierher ziehen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/drops.py"></location>
            <source>Add {n:,} photos of {name}</source>
            <extracomment>One: Add {n} photo of {name}</extracomment>
            <translation>
                <numerusform>Ein Foto von {name} hinzufügen</numerusform>
                <numerusform>{n:,} Fotos von {name} hinzufügen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <location filename="../../curator/ui/politicians/people_model.py"></location>
            <source>No country</source>
            <translation>Kein Land</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Another country …</source>
            <translation>Anderes Land …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <location filename="../../curator/ui/politicians/people_delegate.py"></location>
            <source>No office</source>
            <translation>Kein Amt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Name of the country</source>
            <translation>Name des Landes</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Select an office</source>
            <translation>Amt auswählen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Click a cell, or move with the arrow keys. Who holds the office and what was sent in about them is shown here.</source>
            <translation>Ein Feld anklicken oder mit den Pfeiltasten ansteuern. Hier steht, wer das Amt innehat und was dazu eingesandt wurde.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Submissions of all {n}</source>
            <extracomment>One: Submissions of {n}</extracomment>
            <translation>
                <numerusform>Einsendungen zu {n}</numerusform>
                <numerusform>Einsendungen zu allen {n}</numerusform>
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
            <translation>Einsendungen zu diesem Amt lassen sich erst vergleichen, wenn die Person hinzugefügt ist, die es innehat.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Add someone</source>
            <translation>Person hinzufügen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>No portrait: nothing can be compared.</source>
            <translation>Kein Porträt: Nichts lässt sich vergleichen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>The portraits wait for analysis: nothing can be compared yet.</source>
            <translation>Die Porträts warten auf Auswertung: Noch lässt sich nichts vergleichen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>{n} portraits disagree</source>
            <extracomment>One: {n} portrait disagrees</extracomment>
            <translation>
                <numerusform>{n} Porträt weicht ab</numerusform>
                <numerusform>{n} Porträts weichen ab</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Show submissions</source>
            <translation>Einsendungen zeigen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Open</source>
            <translation>Öffnen</translation>
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
            <translation>Ein Ordner der Form Land/Vorname Nachname</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>Tables</source>
            <translation>Tabellen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>A table of politicians</source>
            <translation>Eine Tabelle mit Politikern</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>Coverage</source>
            <translation>Abdeckung</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>Import …</source>
            <translation>Importieren …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>Add politician</source>
            <translation>Neuer Politiker</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>No politicians yet</source>
            <translation>Noch keine Politiker</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>Drop a folder here that is laid out as Country/Name Surname/*.jpg, or a table (CSV) with the columns country, role, name, surname. Pictures are compared with the photos that lie there.</source>
            <translation>Einen Ordner der Form Land/Vorname Nachname/*.jpg hierher ziehen oder eine Tabelle (CSV) mit den Spalten country, role, name, surname. Bilder werden mit den Fotos verglichen, die dort liegen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>A folder: Country/Name Surname/photos …</source>
            <translation>Ordner: Land/Vorname Nachname/Fotos …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>A table (CSV): country, role, name, surname …</source>
            <translation>Tabelle (CSV): country, role, name, surname …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_delegate.py"></location>
            <source>{n} of {all} disagree</source>
            <translation>{n} von {all} abweichend</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Nobody selected</source>
            <translation>Niemand ausgewählt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Select a politician at the left, or add one.</source>
            <translation>Links einen Politiker auswählen oder einen hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Search names, countries, roles</source>
            <translation>Namen, Länder, Ämter suchen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Search names, countries and roles</source>
            <translation>Namen, Länder und Ämter suchen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Without portrait</source>
            <translation>Ohne Porträt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Nobody fits</source>
            <translation>Niemand passt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>No politician fits the search. Use fewer words, or clear it.</source>
            <translation>Kein Politiker passt zur Suche. Weniger Wörter verwenden oder die Suche leeren.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Show everyone</source>
            <translation>Alle zeigen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>{n:,} shown</source>
            <translation>{n:,} gezeigt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Photos of one face each</source>
            <translation>Fotos mit je einem Gesicht</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>used</source>
            <translation>verwendet</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>refused</source>
            <translation>zurückgewiesen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>From an approved submission.</source>
            <translation>Aus einer freigegebenen Einsendung.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>Curator looks for the face.</source>
            <translation>Curator sucht das Gesicht.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>Disagrees with the others: {distance:.2f} to the nearest. Is it the same person?</source>
            <translation>Weicht von den anderen ab: {distance:.2f} zum nächsten. Ist es dieselbe Person?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>{distance:.2f} to the others</source>
            <translation>{distance:.2f} zu den anderen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits.py"></location>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Reference portraits</source>
            <translation>Referenzporträts</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>Remove photo</source>
            <translation>Foto entfernen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>Add photos …</source>
            <translation>Fotos hinzufügen …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>No reference portraits</source>
            <translation>Keine Referenzporträts</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>Nothing can be compared with this politician yet. Drop real photos here, each with one face; three to five are good.</source>
            <translation>Mit diesem Politiker lässt sich noch nichts vergleichen. Echte Fotos mit je einem Gesicht hierher ziehen; drei bis fünf sind gut.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>Remove {file}?</source>
            <translation>{file} entfernen?</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>Remove {n} photos?</source>
            <extracomment>One: Remove {n} photo?</extracomment>
            <translation>
                <numerusform>{n} Foto entfernen?</numerusform>
                <numerusform>{n} Fotos entfernen?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>{n:,} used</source>
            <extracomment>One: {n:,} used</extracomment>
            <translation>
                <numerusform>{n:,} verwendet</numerusform>
                <numerusform>{n:,} verwendet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} refused</source>
            <extracomment>One: {n:,} refused</extracomment>
            <translation>
                <numerusform>{n:,} zurückgewiesen</numerusform>
                <numerusform>{n:,} zurückgewiesen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>{n:,} waiting</source>
            <extracomment>One: {n:,} waiting</extracomment>
            <translation>
                <numerusform>{n:,} wartet</numerusform>
                <numerusform>{n:,} warten</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Nearest other politicians</source>
            <translation>Nächste andere Politiker</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Between the portraits</source>
            <translation>Zwischen den Porträts</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Comparing …</source>
            <translation>Wird verglichen …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Numbers 1 to {n} are those on the portraits. 0 is the same face.</source>
            <translation>Die Nummern 1 bis {n} sind die auf den Porträts. 0 ist das gleiche Gesicht.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Two portraits can be compared with each other. Add photos.</source>
            <translation>Zwei Porträts lassen sich miteinander vergleichen. Fotos hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>There are too many for a table; each portrait tells its distance.</source>
            <translation>Für eine Tabelle sind es zu viele; jedes Porträt nennt seinen Abstand.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Easily mistaken for {n} others: look closer at what claims any of them.</source>
            <extracomment>One: Easily mistaken for {n} other: look closer at what claims either.</extracomment>
            <translation>
                <numerusform>Leicht mit einer anderen Person zu verwechseln: Einsendungen mit einer der beiden Angaben genauer ansehen.</numerusform>
                <numerusform>Leicht mit {n} anderen zu verwechseln: Einsendungen mit einer dieser Angaben genauer ansehen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>look-alike</source>
            <translation>Doppelgänger</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Nobody can be compared yet: add portraits of this politician.</source>
            <translation>Noch lässt sich niemand vergleichen: Porträts dieses Politikers hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Nobody else in the index has a portrait.</source>
            <translation>Niemand sonst im Verzeichnis hat ein Porträt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Refs</source>
            <translation>Ref.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Real</source>
            <translation>Echt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Fake</source>
            <translation>Fake</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>To do</source>
            <translation>Offen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Approved portraits</source>
            <translation>Freigegebene Porträts</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Approved deepfakes</source>
            <translation>Freigegebene Deepfakes</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Pending</source>
            <translation>Offen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>reference portraits</source>
            <translation>Referenzporträts</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>approved portraits</source>
            <translation>freigegebene Porträts</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>approved deepfakes</source>
            <translation>freigegebene Deepfakes</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>pending</source>
            <translation>offen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>{short}: {meaning}</source>
            <translation>{short}: {meaning}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>no reference portrait</source>
            <translation>kein Referenzporträt</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>{n:,} reference portraits</source>
            <extracomment>One: {n:,} reference portrait</extracomment>
            <translation>
                <numerusform>{n:,} Referenzporträt</numerusform>
                <numerusform>{n:,} Referenzporträts</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>no approved portrait</source>
            <translation>kein freigegebenes Porträt</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>{n:,} approved portraits</source>
            <extracomment>One: {n:,} approved portrait</extracomment>
            <translation>
                <numerusform>{n:,} freigegebenes Porträt</numerusform>
                <numerusform>{n:,} freigegebene Porträts</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>no approved deepfake</source>
            <translation>kein freigegebener Deepfake</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>{n:,} approved deepfakes</source>
            <extracomment>One: {n:,} approved deepfake</extracomment>
            <translation>
                <numerusform>{n:,} freigegebener Deepfake</numerusform>
                <numerusform>{n:,} freigegebene Deepfakes</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>nothing pending</source>
            <translation>nichts offen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>{n:,} pending</source>
            <extracomment>One: {n:,} pending</extracomment>
            <translation>
                <numerusform>{n:,} offen</numerusform>
                <numerusform>{n:,} offen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/active_filters.py"></location>
            <source>Take off the filter {words}</source>
            <translation>Filter aufheben: {words}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/active_filters.py"></location>
            <source>Filters that are on</source>
            <translation>Aktive Filter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/active_filters.py"></location>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>Clear all</source>
            <translation>Alle aufheben</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Last 7 days</source>
            <translation>Letzte 7 Tage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Last 30 days</source>
            <translation>Letzte 30 Tage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Received from</source>
            <translation>Eingegangen ab</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Received until</source>
            <translation>Eingegangen bis</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Days are counted in UTC. Here they begin at {time}.</source>
            <translation>Tage werden in UTC gezählt. Hier beginnen sie um {time}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/drop_note.py"></location>
            <location filename="../../curator/ui/widgets/notices.py"></location>
            <source>Close this notice</source>
            <translation>Hinweis schließen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/drop_note.py"></location>
            <source>{n:,} undecided submissions do not fit the filters any more</source>
            <extracomment>One: {n:,} undecided submission does not fit the filters any more</extracomment>
            <translation>
                <numerusform>{n:,} offene Einsendung passt nicht mehr zu den Filtern</numerusform>
                <numerusform>{n:,} offene Einsendungen passen nicht mehr zu den Filtern</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_page.py"></location>
            <source>Search in this list</source>
            <translation>In dieser Liste suchen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_page.py"></location>
            <source>Search in: {facet}</source>
            <translation>Suchen in: {facet}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_page.py"></location>
            <source>Nothing in this list fits the search.</source>
            <translation>Nichts in dieser Liste passt zur Suche.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_page.py"></location>
            <source>No submission tells anything here yet.</source>
            <translation>Noch keine Einsendung sagt hierzu etwas.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>What was found</source>
            <translation>Befund</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Politician</source>
            <translation>Politiker</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Reason of the verdict</source>
            <translation>Grund des Urteils</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Look closer</source>
            <translation>Genauer ansehen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Clear</source>
            <translation>Klar</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Out</source>
            <translation>Dagegen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Deepfakes</source>
            <translation>Deepfakes</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Portraits</source>
            <translation>Porträts</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Face in profile or blurred</source>
            <translation>Gesicht im Profil oder unscharf</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>More than one face</source>
            <translation>Mehr als ein Gesicht</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Face too small</source>
            <translation>Gesicht zu klein</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Claim is near, not certain</source>
            <translation>Angabe nah, nicht sicher</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Claim is not in the index</source>
            <translation>Angabe nicht im Verzeichnis</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>Nobody is claimed</source>
            <translation>Niemand ist angegeben</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Not compared</source>
            <translation>Nicht verglichen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Could be someone else</source>
            <translation>Vielleicht jemand anderes</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Duplicate</source>
            <translation>Doppel</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Like another submission</source>
            <translation>Wie eine andere Einsendung</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Looks like a real photo</source>
            <translation>Wirkt wie ein echtes Foto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Cannot be opened</source>
            <translation>Lässt sich nicht öffnen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Not known</source>
            <translation>Nicht bekannt</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>{n:,} chosen pictures</source>
            <extracomment>One: {n:,} chosen picture</extracomment>
            <translation>
                <numerusform>{n:,} gewähltes Bild</numerusform>
                <numerusform>{n:,} gewählte Bilder</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>From {day}</source>
            <translation>Ab {day}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Until {day}</source>
            <translation>Bis {day}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>{facet}: {n}</source>
            <extracomment>One: {facet}: {n}</extracomment>
            <translation>
                <numerusform>{facet}: {n}</numerusform>
                <numerusform>{facet}: {n}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Somebody who was removed</source>
            <translation>Entfernte Person</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <location filename="../../curator/ui/queue/head.py"></location>
            <location filename="../../curator/ui/queue/saved_page.py"></location>
            <source>Saved filters</source>
            <translation>Gespeicherte Filter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <location filename="../../curator/ui/queue/filters_button.py"></location>
            <source>Filters</source>
            <translation>Filter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>What to filter by</source>
            <translation>Wonach gefiltert wird</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>Close the filters</source>
            <translation>Filter schließen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>Save these filters as …</source>
            <translation>Diese Filter speichern als …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>Name to save these filters under</source>
            <translation>Name, unter dem diese Filter gespeichert werden</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>{n:,} submissions fit</source>
            <extracomment>One: {n:,} submission fits</extracomment>
            <translation>
                <numerusform>{n:,} Einsendung passt</numerusform>
                <numerusform>{n:,} Einsendungen passen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>Replace</source>
            <translation>Ersetzen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/filters_button.py"></location>
            <source>Filters {n}</source>
            <extracomment>One: Filters {n}</extracomment>
            <translation>
                <numerusform>Filter {n}</numerusform>
                <numerusform>Filter {n}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/filters_button.py"></location>
            <source>Filters, {n} are on</source>
            <extracomment>One: Filters, {n} is on</extracomment>
            <translation>
                <numerusform>Filter, {n} ist aktiv</numerusform>
                <numerusform>Filter, {n} sind aktiv</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>Which submissions are listed</source>
            <translation>Welche Einsendungen in der Liste stehen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>{n:,} listed</source>
            <extracomment>One: {n:,} listed</extracomment>
            <translation>
                <numerusform>{n:,} in der Liste</numerusform>
                <numerusform>{n:,} in der Liste</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>How the list is sorted</source>
            <translation>Wie die Liste sortiert ist</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>The other way round</source>
            <translation>Umgekehrte Reihenfolge</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>All decided</source>
            <translation>Alles entschieden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Nothing here</source>
            <translation>Hier ist nichts</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>No submissions yet.</source>
            <translation>Noch keine Einsendungen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Nothing fits.</source>
            <translation>Nichts passt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Nothing to review.</source>
            <translation>Nichts zu prüfen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Nothing here.</source>
            <translation>Hier ist nichts.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Drop pictures or folders here, load them from a folder, or fetch them from NocoDB.</source>
            <translation>Bilder oder Ordner hierher ziehen, aus einem Ordner laden oder aus NocoDB abrufen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>No submission fits the search and the filters above.</source>
            <translation>Keine Einsendung passt zur Suche und zu den Filtern oben.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Every submission has a verdict. Load more, or export the approved ones.</source>
            <translation>Über jede Einsendung ist geurteilt. Weitere laden oder die freigegebenen exportieren.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Clear all filters</source>
            <translation>Alle Filter aufheben</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Export …</source>
            <translation>Exportieren …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>No submission is listed under “{list}”.</source>
            <translation>Unter „{list}“ ist keine Einsendung aufgeführt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/saved_page.py"></location>
            <source>Nothing is saved yet. Choose filters, give them a name below, and save them.</source>
            <translation>Noch nichts gespeichert. Filter wählen, unten benennen und speichern.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/saved_page.py"></location>
            <source>Use</source>
            <translation>Anwenden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>To review</source>
            <translation>Zu prüfen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Set aside</source>
            <translation>Zurückgestellt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Approved</source>
            <translation>Freigegeben</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Rejected</source>
            <translation>Abgelehnt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Withdrawn</source>
            <translation>Zurückgezogen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Everything</source>
            <translation>Alle</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Several verdicts</source>
            <translation>Mehrere Urteile</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>By advice</source>
            <translation>Nach Empfehlung</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Most doubtful first</source>
            <translation>Zweifelhafte zuerst</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Nearest first</source>
            <translation>Nächste zuerst</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Newest first</source>
            <translation>Neueste zuerst</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>By politician</source>
            <translation>Nach Politiker</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>By advice, backwards</source>
            <translation>Nach Empfehlung, umgekehrt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Clearest first</source>
            <translation>Klarste zuerst</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Farthest first</source>
            <translation>Fernste zuerst</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Oldest first</source>
            <translation>Älteste zuerst</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>By politician, Z to A</source>
            <translation>Nach Politiker, Z bis A</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/search_field.py"></location>
            <source>Search names, notes and files</source>
            <translation>Namen, Notizen und Dateien suchen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/search_field.py"></location>
            <source>Search names, notes, files</source>
            <translation>Namen, Notizen, Dateien suchen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/view.py"></location>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>Nothing is selected.</source>
            <translation>Nichts ist ausgewählt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>{kind} · nobody claimed</source>
            <translation>{kind} · niemand angegeben</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>waits for a colleague</source>
            <translation>wartet auf Kollegen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>waiting for analysis</source>
            <translation>wartet auf Auswertung</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>not assessed yet</source>
            <translation>noch nicht bewertet</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>who is it?</source>
            <translation>wer ist es?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>{reason}?</source>
            <translation>{reason}?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>approve {what}</source>
            <translation>{what} freigeben</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>reject {what}</source>
            <translation>{what} ablehnen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>skip {what}</source>
            <translation>{what} überspringen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>withdraw {what}</source>
            <translation>{what} zurückziehen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>open {what} again</source>
            <translation>{what} wieder öffnen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>claim of {what}</source>
            <translation>Angabe zu {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>faces of {what}</source>
            <translation>Gesichter zu {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>kind of {what}</source>
            <translation>Art zu {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>note on {what}</source>
            <translation>Notiz zu {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>reference portrait {what}</source>
            <translation>Referenzporträt {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>as face swap</source>
            <translation>als Face-Swap</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>as generated</source>
            <translation>als erzeugt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>as montage</source>
            <translation>als Montage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>as portrait</source>
            <translation>als Porträt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>ask about {what}</source>
            <translation>Nachfrage zu {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>Nothing loaded yet</source>
            <translation>Noch nichts geladen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>All {n:,} decided</source>
            <translation>Alle {n:,} entschieden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>{decided:,} of {total:,} decided</source>
            <translation>{decided:,} von {total:,} entschieden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>{decided:,} of {total:,} decided, {aside:,} set aside</source>
            <translation>{decided:,} von {total:,} entschieden, {aside:,} zurückgestellt</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>{n:,} brought in</source>
            <extracomment>One: {n:,} brought in</extracomment>
            <translation>
                <numerusform>{n:,} übernommen</numerusform>
                <numerusform>{n:,} übernommen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>{verdict} by {curator}, {day}</source>
            <translation>{verdict} von {curator}, {day}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>{verdict} by {curator}, {day}: {reason}</source>
            <translation>{verdict} von {curator}, {day}: {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>paused, {n:,} to analyse</source>
            <translation>angehalten, {n:,} auszuwerten</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>paused</source>
            <translation>angehalten</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>analysing {n:,} more</source>
            <translation>noch {n:,} auszuwerten</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>loading</source>
            <translation>wird geladen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>loading {done:,} of {total:,}</source>
            <translation>{done:,} von {total:,} geladen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas.py"></location>
            <source>Drag a box around the face, or use the arrow keys. Enter keeps it, Escape gives up.</source>
            <translation>Einen Rahmen um das Gesicht ziehen oder die Pfeiltasten benutzen. Enter übernimmt ihn, Esc bricht ab.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas.py"></location>
            <source>Veiled. {words}</source>
            <translation>Verschleiert. {words}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas.py"></location>
            <location filename="../../curator/ui/review/canvas_content.py"></location>
            <source>No picture.</source>
            <translation>Kein Bild.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_content.py"></location>
            <source>No face is marked.</source>
            <translation>Kein Gesicht ist markiert.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_content.py"></location>
            <source>no name</source>
            <translation>kein Name</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_content.py"></location>
            <source>{face} (selected)</source>
            <translation>{face} (ausgewählt)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/canvas_content.py"></location>
            <source>{n} faces: {faces}.</source>
            <extracomment>One: {n} face: {faces}.</extracomment>
            <translation>
                <numerusform>{n} Gesicht: {faces}.</numerusform>
                <numerusform>{n} Gesichter: {faces}.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <source>too small to name</source>
            <translation>zum Benennen zu klein</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>drawn by hand</source>
            <translation>von Hand eingezeichnet</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <source>{distance:.2f} {word}</source>
            <translation>{distance:.2f} {word}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <source>not {name}</source>
            <translation>nicht {name}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <source>nobody in the index</source>
            <translation>niemand im Verzeichnis</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>sent in as a deepfake</source>
            <translation>als Deepfake eingesandt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>sent in as a portrait</source>
            <translation>als Porträt eingesandt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>compared with the nearest, {name}</source>
            <translation>verglichen mit dem nächsten Politiker, {name}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>Correct the claim if you know who it is.</source>
            <translation>Angabe berichtigen, wenn bekannt ist, wer es ist.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>no reference portraits</source>
            <translation>keine Referenzporträts</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>{n} reference portraits</source>
            <extracomment>One: {n} reference portrait</extracomment>
            <translation>
                <numerusform>{n} Referenzporträt</numerusform>
                <numerusform>{n} Referenzporträts</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <source>Line through the eyes</source>
            <translation>Linie durch die Augen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>Back to the picture</source>
            <translation>Zurück zum Bild</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <source>Portrait over face</source>
            <translation>Porträt über Gesicht</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <source>Left shows the face, right the portrait</source>
            <translation>Links zeigt das Gesicht, rechts das Porträt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <source>Turn over by itself</source>
            <translation>Selbsttätig wechseln</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <source>This face</source>
            <translation>Dieses Gesicht</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <source>Portrait</source>
            <translation>Porträt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <source>shows the other one</source>
            <translation>zeigt das andere</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Side by side</source>
            <translation>Nebeneinander</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Overlay</source>
            <translation>Überlagert</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Flicker</source>
            <translation>Im Wechsel</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Show the face beside the portrait</source>
            <translation>Das Gesicht neben dem Porträt zeigen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Lay the portrait over the face</source>
            <translation>Das Porträt über das Gesicht legen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Show the face and the portrait in turn at the same place</source>
            <translation>Gesicht und Porträt an derselben Stelle abwechselnd zeigen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/plot.py"></location>
            <location filename="../../curator/ui/review/compare/sheet.py"></location>
            <location filename="../../curator/ui/review/evidence.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>How far is far</source>
            <translation>Wie weit ist weit</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/plot.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>this face {distance:.2f}</source>
            <translation>dieses Gesicht {distance:.2f}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/plot.py"></location>
            <source>a portrait of {name}, {distance:.2f} from their others</source>
            <translation>ein Porträt von {name}, {distance:.2f} von den übrigen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/compare/plot.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>nearest others</source>
            <extracomment>One: nearest other</extracomment>
            <translation>
                <numerusform>nächste andere Person</numerusform>
                <numerusform>nächste andere</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/compare/plot.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>{n} own portraits</source>
            <extracomment>One: {n} own portrait</extracomment>
            <translation>
                <numerusform>{n} eigenes Porträt</numerusform>
                <numerusform>{n} eigene Porträts</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/stage.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Previous portrait</source>
            <translation>Voriges Porträt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/stage.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Next portrait</source>
            <translation>Nächstes Porträt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/stage.py"></location>
            <source>Comparison</source>
            <translation>Vergleich</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Hidden: marked as unsafe</source>
            <translation>Verborgen: als bedenklich markiert</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <location filename="../../curator/ui/review/face_pane.py"></location>
            <location filename="../../curator/ui/veil.py"></location>
            <source>Hidden</source>
            <translation>Verborgen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Not analysed yet</source>
            <translation>Noch nicht ausgewertet</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <source>Nobody knows where its face is</source>
            <translation>Wo das Gesicht liegt, ist nicht bekannt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Loading …</source>
            <translation>Wird geladen …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>The preview is missing</source>
            <translation>Die Vorschau fehlt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <source>{face} and {portrait}</source>
            <translation>{face} und {portrait}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <source>Comparison with a reference portrait</source>
            <translation>Vergleich mit einem Referenzporträt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>match</source>
            <translation>Treffer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Nothing to compare</source>
            <translation>Nichts zu vergleichen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Choose a submission to see its face beside a reference portrait.</source>
            <translation>Eine Einsendung wählen, um ihr Gesicht neben einem Referenzporträt zu sehen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>This picture cannot be read</source>
            <translation>Dieses Bild ist nicht lesbar</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Curator is looking for faces in this picture. It will appear here.</source>
            <translation>Curator sucht in diesem Bild nach Gesichtern. Es erscheint dann hier.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>No face to compare</source>
            <translation>Kein Gesicht zum Vergleichen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Curator found no face in this picture. If there is one, go back and draw a box around it.</source>
            <translation>Curator hat in diesem Bild kein Gesicht gefunden. Ist doch eines da, zurückgehen und einen Rahmen darum ziehen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>{name} has no reference portraits that can be used. Add some on the page Politicians.</source>
            <translation>{name} hat keine verwendbaren Referenzporträts. Auf der Seite „Politiker“ welche hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>this face</source>
            <translation>dieses Gesicht</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>face {place} of {count}</source>
            <translation>Gesicht {place} von {count}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>{size} px</source>
            <translation>{size} px</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>eyes guessed</source>
            <translation>Augen geschätzt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>portrait {place} of {count}</source>
            <translation>Porträt {place} von {count}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>{distance:.2f} from this face</source>
            <translation>{distance:.2f} von diesem Gesicht</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>This face has not been compared with {name}.</source>
            <translation>Dieses Gesicht wurde nicht mit {name} verglichen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>This face is {distance:.2f} from {name}: {word}.</source>
            <translation>Dieses Gesicht hat zu {name} den Abstand {distance:.2f}: {word}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Nobody of the index is claimed; the nearest is {name} at {distance:.2f}: {word}.</source>
            <translation>Niemand aus dem Verzeichnis ist angegeben; am nächsten ist {name} mit {distance:.2f}: {word}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Their own portraits lie {near:.2f} to {far:.2f} from each other.</source>
            <translation>Die eigenen Porträts liegen {near:.2f} bis {far:.2f} auseinander.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Their own portraits lie {near:.2f} from each other.</source>
            <translation>Die eigenen Porträts liegen {near:.2f} auseinander.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>With one portrait it cannot be told how far their own portraits differ.</source>
            <translation>Mit nur einem Porträt lässt sich nicht sagen, wie weit sich die eigenen Porträts unterscheiden.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>The nearest other person is {name} at {distance:.2f}.</source>
            <translation>Die nächste andere Person ist {name} mit {distance:.2f}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Nearest others: {names}</source>
            <extracomment>One: Nearest other: {names}</extracomment>
            <translation>
                <numerusform>Nächste andere Person: {names}</numerusform>
                <numerusform>Nächste andere: {names}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Not in the index</source>
            <translation>Nicht im Verzeichnis</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>{name} is not in the index, and nobody in it is near. Add them on the page Politicians, or correct the claim.</source>
            <translation>{name} ist nicht im Verzeichnis, und niemand darin ist nah. Die Person auf der Seite „Politiker“ hinzufügen oder die Angabe berichtigen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Nobody to compare with</source>
            <translation>Niemand zum Vergleichen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Nothing is claimed, and this face was not compared with anybody. Say whom it shows, or add politicians with reference portraits.</source>
            <translation>Nichts ist angegeben, und dieses Gesicht wurde mit niemandem verglichen. Die gezeigte Person angeben oder Politiker mit Referenzporträts hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Near-duplicates</source>
            <translation>Beinahe-Doppel</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>No near-duplicates</source>
            <translation>Keine Beinahe-Doppel</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>No other submission looks like this one.</source>
            <translation>Keine andere Einsendung sieht aus wie diese.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>{n} pictures that look alike</source>
            <extracomment>One: {n} picture</extracomment>
            <translation>
                <numerusform>{n} Bild</numerusform>
                <numerusform>{n} ähnlich aussehende Bilder</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>Choose the one to keep. The other undecided ones are rejected as duplicates, in one step.</source>
            <translation>Das Bild wählen, das bleibt. Die anderen offenen werden in einem Schritt als Doppel abgelehnt.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>Choose the one to keep. {n} look alike but show other faces: they are left as they are.</source>
            <extracomment>One: Choose the one to keep. {n} looks alike but shows another face: it is left as it is.</extracomment>
            <translation>
                <numerusform>Das Bild wählen, das bleibt. {n} sieht ähnlich aus, zeigt aber ein anderes Gesicht: Es bleibt, wie es ist.</numerusform>
                <numerusform>Das Bild wählen, das bleibt. {n} sehen ähnlich aus, zeigen aber andere Gesichter: Sie bleiben, wie sie sind.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>Keep this, reject {n} as duplicates</source>
            <extracomment>One: Keep this, reject {n} as duplicate</extracomment>
            <translation>
                <numerusform>Dieses behalten, {n} als Doppel ablehnen</numerusform>
                <numerusform>Dieses behalten, {n} als Doppel ablehnen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>Nothing left to reject</source>
            <translation>Nichts mehr abzulehnen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>{width} × {height} · received {day}</source>
            <translation>{width} × {height} · eingegangen am {day}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>{name} · {verdict}</source>
            <translation>{name} · {verdict}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>on the desk</source>
            <translation>am Arbeitsplatz</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>another face, {bits} of 256 points differ</source>
            <translation>anderes Gesicht, {bits} von 256 Punkten verschieden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>mirrored, {bits} of 256 points differ</source>
            <translation>gespiegelt, {bits} von 256 Punkten verschieden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>{bits} of 256 points differ</source>
            <translation>{bits} von 256 Punkten verschieden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>Hold {key} to look.</source>
            <translation>Zum Ansehen {key} halten.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>No face is selected.</source>
            <translation>Kein Gesicht ist ausgewählt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>There is nothing on the desk to compare.</source>
            <translation>Am Arbeitsplatz gibt es nichts zu vergleichen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>Curator is looking for faces …</source>
            <translation>Curator sucht Gesichter …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>Opening the picture …</source>
            <translation>Bild wird geöffnet …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>The preview of this picture is missing.</source>
            <translation>Die Vorschau dieses Bildes fehlt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/evidence.py"></location>
            <source>Evidence</source>
            <translation>Befunde</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/evidence.py"></location>
            <source>Choose a submission to see whom it shows, and what speaks for and against it.</source>
            <translation>Eine Einsendung wählen, um zu sehen, wen sie zeigt und was dafür und dagegen spricht.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Where it came from</source>
            <translation>Herkunft</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>submission {number}</source>
            <translation>Einsendung {number}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>The same picture, sent in again</source>
            <translation>Das gleiche Bild, noch einmal eingesandt</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>and {n} more</source>
            <extracomment>One: and {n} more</extracomment>
            <translation>
                <numerusform>und {n} weitere</numerusform>
                <numerusform>und {n} weitere</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Sent by</source>
            <translation>Absender</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Shown</source>
            <translation>Gezeigt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>{format}, {width} × {height} px</source>
            <translation>{format}, {width} × {height} px</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>{n} bytes</source>
            <extracomment>One: {n} byte</extracomment>
            <translation>
                <numerusform>{n} Byte</numerusform>
                <numerusform>{n} Byte</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>the first of {n} frames of an animation</source>
            <extracomment>One: the only frame of an animation</extracomment>
            <translation>
                <numerusform>das einzige Bild einer Animation</numerusform>
                <numerusform>das erste von {n} Bildern einer Animation</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>only as far as the file goes, the rest is missing</source>
            <translation>nur so weit, wie die Datei reicht; der Rest fehlt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>turned by {degrees}° so that the face is upright</source>
            <translation>um {degrees}° gedreht, damit das Gesicht aufrecht steht</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>What the file says about itself</source>
            <translation>Was die Datei über sich sagt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>In the file, but never in an export: {things}.</source>
            <translation>In der Datei, aber nie in einem Export: {things}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>Nobody has checked that: a file can say anything.</source>
            <translation>Das hat niemand geprüft: Eine Datei kann alles behaupten.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>It says that AI was used.</source>
            <translation>Laut Datei wurde KI verwendet.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>It says nothing about AI.</source>
            <translation>Sie sagt nichts über KI.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>Nothing.</source>
            <translation>Nichts.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>That means nothing: most made-up pictures are silent.</source>
            <translation>Das besagt nichts: Die meisten Deepfakes schweigen dazu.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Kept</source>
            <translation>Spricht dafür</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Against it</source>
            <translation>Spricht dagegen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Findings</source>
            <translation>Befunde</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>The picture has not been analysed yet.</source>
            <translation>Das Bild ist noch nicht ausgewertet.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Reject it as unreadable, or ask the sender for another copy.</source>
            <translation>Als nicht lesbar ablehnen oder vom Absender eine andere Kopie erbitten.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Show submission {number}</source>
            <translation>Einsendung {number} zeigen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/folded.py"></location>
            <source>Show less</source>
            <translation>Weniger zeigen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/folded.py"></location>
            <source>Show all</source>
            <translation>Alles zeigen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>{width} × {height}</source>
            <translation>{width} × {height}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>with several at once</source>
            <translation>mit mehreren zusammen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>an earlier step</source>
            <translation>ein früherer Schritt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>Took back “{what}”</source>
            <translation>Rückgängig gemacht: „{what}“</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>Did again “{what}”</source>
            <translation>Wiederholt: „{what}“</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>claim corrected: {before} → {after}</source>
            <translation>Angabe berichtigt: {before} → {after}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>Copy the note</source>
            <translation>Notiz kopieren</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>A note has at most {n:,} letters: the rest was left out.</source>
            <translation>Eine Notiz hat höchstens {n:,} Zeichen: Der Rest wurde weggelassen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>No note</source>
            <translation>Keine Notiz</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>What colleagues should know</source>
            <translation>Was andere wissen sollten</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/ranking.py"></location>
            <source>Nearest politicians</source>
            <translation>Nächste Politiker</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/ranking.py"></location>
            <source>{name}, rank {rank}, {distance:.2f}, {word}</source>
            <translation>{name}, Rang {rank}, {distance:.2f}, {word}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/ranking.py"></location>
            <source>{name}, the claim</source>
            <translation>{name}, die Angabe</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/ranking.py"></location>
            <source>politician {number}</source>
            <translation>Politiker {number}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>No face</source>
            <translation>Kein Gesicht</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>No picture</source>
            <translation>Kein Bild</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>portrait {number} of {count}</source>
            <translation>Porträt {number} von {count}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>{size}, drawn by hand</source>
            <translation>{size}, von Hand eingezeichnet</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>face {number} of {count} · {size}</source>
            <translation>Gesicht {number} von {count} · {size}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>this face · {size}</source>
            <translation>dieses Gesicht · {size}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>This face is at {distance:.2f}: {band}.</source>
            <translation>Dieses Gesicht liegt bei {distance:.2f}: {band}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>The politician's own {n} portraits lie {span} from each other.</source>
            <extracomment>One: The politician's own portrait lies {span} from the others.</extracomment>
            <translation>
                <numerusform>Das eigene Porträt liegt {span} von den übrigen entfernt.</numerusform>
                <numerusform>Die {n} eigenen Porträts liegen {span} auseinander.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>The nearest {n} others lie {span} from this face.</source>
            <extracomment>One: The nearest other lies {span} from this face.</extracomment>
            <translation>
                <numerusform>Die nächste andere Person liegt {span} von diesem Gesicht entfernt.</numerusform>
                <numerusform>Die {n} nächsten anderen liegen {span} von diesem Gesicht entfernt.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>Up to {match:.2f} is a match, up to {closer:.2f} look closer, beyond is no match.</source>
            <translation>Bis {match:.2f} Treffer, bis {closer:.2f} genauer ansehen, darüber kein Treffer.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>{near} to {far}</source>
            <translation>{near} bis {far}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Withdraw …</source>
            <translation>Zurückziehen …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Reject</source>
            <translation>Ablehnen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Decided</source>
            <translation>Entschieden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Undo: {step}</source>
            <translation>Rückgängig: {step}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Do again: {step}</source>
            <translation>Wiederholen: {step}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>There is nothing on the desk to decide about.</source>
            <translation>Am Arbeitsplatz gibt es nichts zu entscheiden.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>A portrait is never labelled as made up. Approve it as it is.</source>
            <translation>Ein Porträt wird nie als Deepfake gekennzeichnet. So freigeben, wie es ist.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>It is withdrawn already.</source>
            <translation>Schon zurückgezogen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>It is not approved, so there is nothing to withdraw.</source>
            <translation>Nicht freigegeben, also gibt es nichts zurückzuziehen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>A picture that cannot be opened cannot be approved.</source>
            <translation>Ein Bild, das sich nicht öffnen lässt, kann nicht freigegeben werden.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>Wait until the picture has been analysed.</source>
            <translation>Warten, bis das Bild ausgewertet ist.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/zoom_readout.py"></location>
            <source>Zoom: {zoom}</source>
            <translation>Zoom: {zoom}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/zoom_readout.py"></location>
            <source>Zoom</source>
            <translation>Zoom</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/engine.py"></location>
            <source>The workers are busy with an export.</source>
            <translation>Die Arbeitsprozesse sind mit einem Export beschäftigt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/engine.py"></location>
            <source>Change the detector when it is done.</source>
            <translation>Den Detektor danach ändern.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/fetching.py"></location>
            <source>An error in Curator ended the look.</source>
            <translation>Ein Fehler in Curator hat das Ansehen beendet.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/fetching.py"></location>
            <source>Report the error if it returns.</source>
            <translation>Den Fehler melden, wenn er wieder auftritt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>The fetch stopped. {reason}</source>
            <translation>Der Abruf wurde unterbrochen. {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>The load stopped. {reason} Load the same files again to go on.</source>
            <translation>Das Laden wurde unterbrochen. {reason} Zum Fortsetzen dieselben Dateien noch einmal laden.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} politicians added</source>
            <extracomment>One: {n:,} politician added</extracomment>
            <translation>
                <numerusform>{n:,} Politiker hinzugefügt</numerusform>
                <numerusform>{n:,} Politiker hinzugefügt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} politicians completed</source>
            <extracomment>One: {n:,} politician completed</extracomment>
            <translation>
                <numerusform>{n:,} Politiker ergänzt</numerusform>
                <numerusform>{n:,} Politiker ergänzt</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>No pictures were found.</source>
            <translation>Es wurden keine Bilder gefunden.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} pictures loaded</source>
            <extracomment>One: {n:,} picture loaded</extracomment>
            <translation>
                <numerusform>{n:,} Bild geladen</numerusform>
                <numerusform>{n:,} Bilder geladen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>nothing loaded</source>
            <translation>nichts geladen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} portraits loaded</source>
            <extracomment>One: {n:,} portrait loaded</extracomment>
            <translation>
                <numerusform>{n:,} Porträt geladen</numerusform>
                <numerusform>{n:,} Porträts geladen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} already there</source>
            <extracomment>One: {n:,} already there</extracomment>
            <translation>
                <numerusform>{n:,} schon vorhanden</numerusform>
                <numerusform>{n:,} schon vorhanden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} portraits already there</source>
            <extracomment>One: {n:,} portrait already there</extracomment>
            <translation>
                <numerusform>{n:,} Porträt schon vorhanden</numerusform>
                <numerusform>{n:,} Porträts schon vorhanden</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>Load cancelled: {what}</source>
            <translation>Laden abgebrochen: {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/merging.py"></location>
            <source>An error in Curator ended it.</source>
            <translation>Ein Fehler in Curator hat die Übernahme beendet.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/merging.py"></location>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <location filename="../../curator/ui/session/upkeep.py"></location>
            <source>Something is being erased just now.</source>
            <translation>Gerade wird etwas gelöscht.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/merging.py"></location>
            <source>Try again when that is done.</source>
            <translation>Danach erneut versuchen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>An error in Curator ended the erasing.</source>
            <translation>Ein Fehler in Curator hat das Löschen beendet.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Pictures are being loaded just now.</source>
            <translation>Gerade werden Bilder geladen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Erase when that is done, or cancel it.</source>
            <translation>Danach löschen oder das Laden abbrechen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Something else is being erased just now.</source>
            <translation>Gerade wird etwas anderes gelöscht.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Decisions of another copy are being brought in just now.</source>
            <translation>Gerade werden Entscheidungen aus einer anderen Kopie übernommen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>An export or a file for colleagues is being written just now.</source>
            <translation>Gerade wird ein Export oder eine Datei für Kollegen geschrieben.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Erase when it is written, or cancel it.</source>
            <translation>Danach löschen oder das Schreiben abbrechen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Load again when that is done.</source>
            <translation>Danach erneut laden.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Write it again when that is done.</source>
            <translation>Danach erneut schreiben.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Nothing was changed by what you just did: do it again in some seconds.</source>
            <translation>Die letzte Aktion hat nichts geändert: in einigen Sekunden wiederholen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>It goes on when the catalogue is opened the next time.</source>
            <translation>Es wird fortgesetzt, wenn der Katalog das nächste Mal geöffnet wird.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/session.py"></location>
            <source>A load was interrupted last time. Curator goes on with it.</source>
            <translation>Beim letzten Mal wurde das Laden unterbrochen. Curator setzt es fort.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/session.py"></location>
            <source>Something was decided while the export was written. Export again to include it.</source>
            <translation>Während der Export geschrieben wurde, wurde etwas entschieden. Erneut exportieren, um es einzuschließen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/upkeep.py"></location>
            <source>No backup could be made. {why}</source>
            <translation>Es ließ sich keine Sicherung erstellen. {why}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/upkeep.py"></location>
            <source>The folder {folder} for backups cannot be used.</source>
            <translation>Der Ordner {folder} ist für Sicherungen nicht benutzbar.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/upkeep.py"></location>
            <source>Backups go into the catalogue's own folder until its disk is connected again, or another folder is chosen in the settings.</source>
            <translation>Sicherungen kommen in den Ordner des Katalogs, bis der Datenträger wieder angeschlossen oder in den Einstellungen ein anderer Ordner gewählt ist.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/upkeep.py"></location>
            <source>Restore when that is done.</source>
            <translation>Danach wiederherstellen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>What the program compares with before it advises. Rule set {rules}. They hold for this catalogue; each decision keeps those of its day.</source>
            <translation>Womit das Programm vergleicht, bevor es etwas empfiehlt. Regelsatz {rules}. Die Schwellen gelten für diesen Katalog; jede Entscheidung behält die ihres Tages.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Put in force</source>
            <translation>In Kraft setzen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Discard the changes</source>
            <translation>Änderungen verwerfen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Restore defaults</source>
            <translation>Standard herstellen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>changed, default {value}</source>
            <translation>geändert, Standard {value}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>default {value}</source>
            <translation>Standard {value}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Not in force yet. {n:,} undecided submissions would be assessed anew; decisions stay as they are.</source>
            <extracomment>One: Not in force yet. {n:,} undecided submission would be assessed anew; decisions stay as they are.</extracomment>
            <translation>
                <numerusform>Noch nicht in Kraft. {n:,} offene Einsendung würde neu bewertet; Entscheidungen bleiben, wie sie sind.</numerusform>
                <numerusform>Noch nicht in Kraft. {n:,} offene Einsendungen würden neu bewertet; Entscheidungen bleiben, wie sie sind.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>The defaults are in force.</source>
            <translation>Die Standardwerte sind in Kraft.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>In force, with {n} thresholds of this catalogue's own.</source>
            <extracomment>One: In force, with {n} threshold of this catalogue's own.</extracomment>
            <translation>
                <numerusform>In Kraft, mit einer eigenen Schwelle dieses Katalogs.</numerusform>
                <numerusform>In Kraft, mit {n} eigenen Schwellen dieses Katalogs.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>In force. {n:,} undecided submissions are assessed anew.</source>
            <extracomment>One: In force. {n:,} undecided submission is assessed anew.</extracomment>
            <translation>
                <numerusform>In Kraft. {n:,} offene Einsendung wird neu bewertet.</numerusform>
                <numerusform>In Kraft. {n:,} offene Einsendungen werden neu bewertet.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Backups</source>
            <translation>Sicherungen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Copies of the database with all names and decisions, without the pictures.</source>
            <translation>Kopien der Datenbank mit allen Namen und Entscheidungen, ohne die Bilder.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Newest</source>
            <translation>Neueste</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Back up now</source>
            <translation>Jetzt sichern</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Restore a backup …</source>
            <translation>Wiederherstellen …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Bring in decisions …</source>
            <translation>Entscheidungen übernehmen …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Choose another folder …</source>
            <translation>Anderen Ordner wählen …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Use the catalogue's own folder</source>
            <translation>Ordner des Katalogs benutzen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Made without being asked when the catalogue is closed, after {n} decisions, and a day after the last one, if anything was done since. Of these are kept: the newest five, one a day for a week, one a week for a month. What you made yourself is kept until you delete it. Erasing reaches all backups whose disk is connected.</source>
            <translation>Werden von selbst erstellt: beim Schließen des Katalogs, nach {n} Entscheidungen und einen Tag nach der letzten Sicherung, sofern seither etwas getan wurde. Von diesen bleiben die neuesten fünf, eine Woche lang eine pro Tag und einen Monat lang eine pro Woche. Selbst erstellte bleiben, bis Sie sie löschen. Endgültiges Löschen erfasst alle Sicherungen, deren Datenträger angeschlossen ist.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>none yet</source>
            <translation>noch keine</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>{n:,} backups</source>
            <extracomment>One: {n:,} backup</extracomment>
            <translation>
                <numerusform>{n:,} Sicherung</numerusform>
                <numerusform>{n:,} Sicherungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>{found}; the disks of {n:,} folders with more are not connected</source>
            <extracomment>One: {found}; the disk of {n:,} folder with more is not connected</extracomment>
            <translation>
                <numerusform>{found}; der Datenträger von {n:,} Ordner mit weiteren ist nicht angeschlossen</numerusform>
                <numerusform>{found}; die Datenträger von {n:,} Ordnern mit weiteren sind nicht angeschlossen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Copying the database …</source>
            <translation>Datenbank wird kopiert …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Saved as {file}, and checked.</source>
            <translation>Als {file} gespeichert und geprüft.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>A folder for backups, best on another disk</source>
            <translation>Ein Ordner für Sicherungen, am besten auf einem anderen Datenträger</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>This computer</source>
            <translation>Dieser Computer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>How pictures are analysed here. What was found stays.</source>
            <translation>Wie Bilder hier ausgewertet werden. Was gefunden wurde, bleibt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>One, to spare the battery</source>
            <translation>Einer, um den Akku zu schonen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Look at all undecided pictures again …</source>
            <translation>Alle offenen Bilder neu auswerten …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Leave them</source>
            <translation>So lassen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Workers</source>
            <translation>Arbeitsprozesse</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Pictures that are analysed at the same time.</source>
            <translation>Bilder, die gleichzeitig ausgewertet werden.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>How faces are looked for</source>
            <translation>Wie Gesichter gesucht werden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>It counts for pictures that are analysed from now on. Distances stay comparable.</source>
            <translation>Gilt für Bilder, die ab jetzt ausgewertet werden. Abstände bleiben vergleichbar.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>What the workers report</source>
            <translation>Was die Arbeitsprozesse melden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Detector</source>
            <translation>Detektor</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Encodings by</source>
            <translation>Kodierung durch</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Network</source>
            <translation>Netz</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Memory</source>
            <translation>Speicher</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Where submitted pictures are opened</source>
            <translation>Wo eingesandte Bilder geöffnet werden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>In worker processes alone, never in this window. Whatever a file does to one, a worker:</source>
            <translation>Nur in Arbeitsprozessen, nie in diesem Fenster. Was eine Datei darin auch anrichtet, ein Arbeitsprozess:</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Up to {n:,} pictures at the same time here. It holds at once; each worker takes 150 to 300 MB.</source>
            <translation>Hier bis zu {n:,} Bilder gleichzeitig. Gilt sofort; jeder Arbeitsprozess braucht 150 bis 300 MB.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>One picture at a time is all that fits here. A worker takes 150 to 300 MB.</source>
            <translation>Hier hat nur ein Bild auf einmal Platz. Ein Arbeitsprozess braucht 150 bis 300 MB.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>at most {size} a worker</source>
            <translation>höchstens {size} je Arbeitsprozess</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>not limited on this system</source>
            <translation>auf diesem System nicht begrenzt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <location filename="../../curator/ui/settings/protections.py"></location>
            <source>no worker has started yet; one does with the next picture</source>
            <translation>noch kein Arbeitsprozess gestartet; einer startet mit dem nächsten Bild</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>All is as it was asked for.</source>
            <translation>Alles ist, wie es verlangt war.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>No analysed picture is undecided.</source>
            <translation>Kein ausgewertetes Bild ist offen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>{n:,} undecided pictures would wait for a new analysis. Faces are found anew; what was drawn by hand stays.</source>
            <extracomment>One: {n:,} undecided picture would wait for a new analysis. Faces are found anew; what was drawn by hand stays.</extracomment>
            <translation>
                <numerusform>{n:,} offenes Bild würde auf eine neue Auswertung warten. Gesichter werden neu gesucht; von Hand Eingezeichnetes bleibt.</numerusform>
                <numerusform>{n:,} offene Bilder würden auf eine neue Auswertung warten. Gesichter werden neu gesucht; von Hand Eingezeichnetes bleibt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Look at {n:,} pictures again</source>
            <extracomment>One: Look at {n:,} picture again</extracomment>
            <translation>
                <numerusform>{n:,} Bild neu auswerten</numerusform>
                <numerusform>{n:,} Bilder neu auswerten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>{n:,} pictures wait in line to be looked at.</source>
            <extracomment>One: {n:,} picture waits in line to be looked at.</extracomment>
            <translation>
                <numerusform>{n:,} Bild wartet darauf, ausgewertet zu werden.</numerusform>
                <numerusform>{n:,} Bilder warten darauf, ausgewertet zu werden.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/erasing.py"></location>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>Erase for good</source>
            <translation>Endgültig löschen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/erasing.py"></location>
            <source>Keep it</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/erasing.py"></location>
            <source>Progress of erasing</source>
            <translation>Fortschritt des Löschens</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/erasing.py"></location>
            <source>Being erased. Rows go first, then files, then the database is written anew …</source>
            <translation>Wird gelöscht: zuerst Zeilen, dann Dateien, danach wird die Datenbank neu geschrieben …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>One folder holds all: the database, the pictures, and backups.</source>
            <translation>Ein Ordner enthält alles: die Datenbank, die Bilder und die Sicherungen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Id</source>
            <translation>Kennung</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>On the disk</source>
            <translation>Auf dem Datenträger</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Open the folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Check this catalogue</source>
            <translation>Diesen Katalog prüfen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Repair</source>
            <translation>Reparieren</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Progress of the check</source>
            <translation>Fortschritt der Prüfung</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>being counted …</source>
            <translation>wird ermittelt …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Reads the database, the decision log and every original again. Work goes on meanwhile. A repair makes previews, indexes and counts anew; it never touches decisions or pictures.</source>
            <translation>Liest die Datenbank, das Entscheidungsprotokoll und jedes Original noch einmal. Die Arbeit kann dabei weitergehen. Eine Reparatur erstellt Vorschauen, Indexe und Zählungen neu; Entscheidungen und Bilder rührt sie nie an.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>{total:,}, of which {undecided:,} undecided</source>
            <translation>{total:,}, davon {undecided:,} offen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Reading the database and the decisions …</source>
            <translation>Datenbank und Entscheidungen werden gelesen …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Making anew what can be computed …</source>
            <translation>Berechenbares wird neu erstellt …</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Reading {done:,} of {n:,} pictures</source>
            <extracomment>One: Reading {done:,} of {n:,} picture</extracomment>
            <translation>
                <numerusform>{done:,} von {n:,} Bild gelesen</numerusform>
                <numerusform>{done:,} von {n:,} Bildern gelesen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Press a key</source>
            <translation>Taste drücken</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Esc keeps it as it was, Backspace takes it away.</source>
            <translation>Esc lässt alles, wie es war, Backspace entfernt die Taste.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <location filename="../../curator/ui/window/key_help.py"></location>
            <source>{command} (hold the key)</source>
            <translation>{command} (Taste halten)</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Change</source>
            <translation>Ändern</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Change the key of “{command}”</source>
            <translation>Taste von „{command}“ ändern</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Restore the usual keys of “{command}”</source>
            <translation>Standardtasten von „{command}“ wiederherstellen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Use it here</source>
            <translation>Hier verwenden</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Keep as it was</source>
            <translation>Nicht ändern</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>no key</source>
            <translation>keine Taste</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Every command can be called by a key that lies well for you.</source>
            <translation>Jeder Befehl lässt sich auf eine Taste legen, die gut zu erreichen ist.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Search commands and keys</source>
            <translation>Befehle und Tasten suchen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>No command has these words or this key.</source>
            <translation>Kein Befehl hat diese Wörter oder diese Taste.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Restore all usual keys</source>
            <translation>Alle Standardtasten zurückholen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Restore them</source>
            <translation>Zurückholen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Keep mine</source>
            <translation>Eigene behalten</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>{n} commands would get their usual keys back.</source>
            <extracomment>One: {n} command would get its usual keys back.</extracomment>
            <translation>
                <numerusform>{n} Befehl bekäme seine Standardtasten zurück.</numerusform>
                <numerusform>{n} Befehle bekämen ihre Standardtasten zurück.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>All keys are the usual ones again.</source>
            <translation>Alle Tasten sind wieder die Standardtasten.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Bring in decisions</source>
            <translation>Entscheidungen übernehmen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Backups, newest first, and other copies</source>
            <translation>Sicherungen, neueste zuerst, und andere Kopien</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>A backup …</source>
            <translation>Sicherung …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>A catalogue’s folder …</source>
            <translation>Ordner eines Katalogs …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Bring in</source>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Show them</source>
            <translation>Diese zeigen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Change nothing</source>
            <translation>Nichts ändern</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Choose a backup, or the folder of a catalogue: a colleague’s copy on a stick, for example.</source>
            <translation>Eine Sicherung oder den Ordner eines Katalogs wählen, zum Beispiel die Kopie von Kollegen auf einem USB-Stick.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>What was decided in another copy of this catalogue comes in where nobody has decided here. What was decided here stays as it is. The other copy is only read.</source>
            <translation>Was in einer anderen Kopie dieses Katalogs entschieden wurde, wird übernommen, wo hier niemand entschieden hat. Was hier entschieden wurde, bleibt. Die andere Kopie wird nur gelesen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>A backup of this catalogue</source>
            <translation>Eine Sicherung dieses Katalogs</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Backups (*.db)</source>
            <translation>Sicherungen (*.db)</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>The folder of another copy of this catalogue</source>
            <translation>Der Ordner einer anderen Kopie dieses Katalogs</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Reading the copy and checking it …</source>
            <translation>Die Kopie wird gelesen und geprüft …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Bringing in …</source>
            <translation>Wird übernommen …</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Compared {done:,} of {n:,} submissions …</source>
            <extracomment>One: Compared {done:,} of {n:,} submission …</extracomment>
            <translation>
                <numerusform>{done:,} von {n:,} Einsendung verglichen …</numerusform>
                <numerusform>{done:,} von {n:,} Einsendungen verglichen …</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>What is left to a person is kept among the saved filters.</source>
            <translation>Was ein Mensch klären muss, steht bei den gespeicherten Filtern.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>It is sound. Undo takes the decisions back in one step.</source>
            <translation>Sie ist fehlerfrei. „Rückgängig“ nimmt die Entscheidungen in einem Schritt zurück.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>It is sound.</source>
            <translation>Sie ist fehlerfrei.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <location filename="../../curator/ui/theme.py"></location>
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>You</source>
            <translation>Persönlich</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Kept on this computer, for your account.</source>
            <translation>Auf diesem Computer gespeichert, für Ihr Benutzerkonto.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <location filename="../../curator/ui/start/page.py"></location>
            <location filename="../../curator/ui/window/main_window.py"></location>
            <source>Your name</source>
            <translation>Ihr Name</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>It signs your decisions.</source>
            <translation>Er steht unter Ihren Entscheidungen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>It signs your decisions, and stays in the log of the catalogue.</source>
            <translation>Er steht unter Ihren Entscheidungen und bleibt im Protokoll des Katalogs.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Another language is spoken from the next start on.</source>
            <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <location filename="../../curator/ui/window/menus.py"></location>
            <source>Colours</source>
            <translation>Farben</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>usual</source>
            <translation>normal</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Text size</source>
            <translation>Textgröße</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>after {n} minutes</source>
            <extracomment>One: after {n} minute</extracomment>
            <translation>
                <numerusform>nach {n} Minute</numerusform>
                <numerusform>nach {n} Minuten</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>never</source>
            <translation>nie</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Suggest a break</source>
            <translation>Pause vorschlagen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Hold {key} to see one as it is. Each curator has a choice of their own.</source>
            <translation>{key} halten, um ein Bild unverändert zu sehen. Jeder Kurator wählt für sich.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Each curator has a choice of their own.</source>
            <translation>Jeder Kurator wählt für sich.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>Privacy</source>
            <translation>Datenschutz</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>What this catalogue holds of people, and how to erase it for good.</source>
            <translation>Was dieser Katalog über Personen enthält und wie es sich endgültig löschen lässt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source> days</source>
            <translation> Tage</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>Look what would go</source>
            <translation>Betroffenes zeigen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>Name of a sender</source>
            <translation>Name eines Absenders</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>Rejected longer than</source>
            <translation>Länger abgelehnt als</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>One sender</source>
            <translation>Ein Absender</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>One politician</source>
            <translation>Ein Politiker</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>Nothing is erased before you have seen what would go and said yes.</source>
            <translation>Es wird nichts gelöscht, bevor Sie gesehen haben, was betroffen ist, und zugestimmt haben.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/protections.py"></location>
            <source>{what}: this system does not see to it</source>
            <translation>{what}: Dafür sorgt dieses System nicht</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Restore a backup</source>
            <translation>Sicherung wiederherstellen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Backups, newest first</source>
            <translation>Sicherungen, neueste zuerst</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Restore this backup</source>
            <translation>Diese wiederherstellen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Its decisions, submissions and politicians take the place of those that are there now. Pictures on the disk are not touched.</source>
            <translation>Ihre Entscheidungen, Einsendungen und Politiker treten an die Stelle der jetzigen. Bilder auf dem Datenträger bleiben unberührt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Reading the backup …</source>
            <translation>Sicherung wird gelesen …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Copying the backup …</source>
            <translation>Sicherung wird kopiert …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>It could not be done.</source>
            <translation>Das war nicht möglich.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>automatic</source>
            <translation>automatisch</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>made by hand</source>
            <translation>von Hand erstellt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>before a restore</source>
            <translation>vor einer Wiederherstellung</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>before a repair</source>
            <translation>vor einer Reparatur</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>before an update</source>
            <translation>vor einem Update</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>put there by somebody</source>
            <translation>von jemandem dort abgelegt</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>{when}, {why}</source>
            <translation>{when}, {why}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>It holds {all}.</source>
            <translation>Sie enthält: {all}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>There is no database now.</source>
            <translation>Zurzeit gibt es keine Datenbank.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>The database that is there now cannot be read. It is kept as it is.</source>
            <translation>Die jetzige Datenbank ist nicht lesbar. Sie wird unverändert aufbewahrt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>The catalogue has nothing now that it lacks.</source>
            <translation>Der Katalog enthält jetzt nichts, was in ihr fehlt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>Not in it, and in the catalogue now: {all}.</source>
            <translation>Nicht darin, aber jetzt im Katalog: {all}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>In it, and no longer in the catalogue: {all}.</source>
            <translation>Darin, aber nicht mehr im Katalog: {all}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>The backup of {when} holds all of its decisions, and {n:,} rows of the log more.</source>
            <extracomment>One: The backup of {when} holds all of its decisions, and {n:,} row of the log more.</extracomment>
            <translation>
                <numerusform>Die Sicherung vom {when} enthält alle ihre Entscheidungen und {n:,} Zeile des Protokolls mehr.</numerusform>
                <numerusform>Die Sicherung vom {when} enthält alle ihre Entscheidungen und {n:,} Zeilen des Protokolls mehr.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>The files of {n:,} pictures that it tells of are gone and would not come back.</source>
            <extracomment>One: The file of {n:,} picture that it tells of is gone and would not come back.</extracomment>
            <translation>
                <numerusform>{n:,} darin verzeichnetes Bild hat keine Datei mehr und käme nicht zurück.</numerusform>
                <numerusform>{n:,} darin verzeichnete Bilder haben keine Datei mehr und kämen nicht zurück.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>It is from before something was erased, which would come back with it: erase that again.</source>
            <translation>Sie ist älter als eine Löschung; das Gelöschte käme mit ihr zurück: danach erneut löschen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>This backup is not sound and cannot be restored:</source>
            <translation>Diese Sicherung ist fehlerhaft und lässt sich nicht wiederherstellen:</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>It is sound. What is there now is kept as a backup; restoring that takes this back.</source>
            <translation>Sie ist fehlerfrei. Der jetzige Stand bleibt als Sicherung erhalten; deren Wiederherstellung nimmt diesen Schritt zurück.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>{n:,} rows of the log</source>
            <extracomment>One: {n:,} row of the log</extracomment>
            <translation>
                <numerusform>{n:,} Zeile des Protokolls</numerusform>
                <numerusform>{n:,} Zeilen des Protokolls</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>{n:,} politicians</source>
            <extracomment>One: {n:,} politician</extracomment>
            <translation>
                <numerusform>{n:,} Politiker</numerusform>
                <numerusform>{n:,} Politiker</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Distance of a face to a politician</source>
            <translation>Abstand eines Gesichts zu einem Politiker</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Size of a face</source>
            <translation>Größe eines Gesichts</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Two pictures that look the same</source>
            <translation>Zwei gleich aussehende Bilder</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>“Strong” up to</source>
            <translation>„Stark“ bis</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A third of true faces lie below. Of 882 strangers none came so near to anybody.</source>
            <translation>Ein Drittel der zutreffenden Gesichter liegt darunter. Von 882 Fremden kam niemand irgendwem so nah.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Names a face by itself. 95 of 100 true faces lie below; 0 to 2 of 100 strangers are named wrongly among 50 politicians.</source>
            <translation>Benennt ein Gesicht von selbst. 95 von 100 zutreffenden Gesichtern liegen darunter; bei 50 Politikern werden 0 bis 2 von 100 Fremden falsch benannt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Confirms a claim when nobody is nearer. 99 of 100 true faces lie below; of 882 strangers 1 when claimed at random, 1 of 9 when claimed as whom they resemble most.</source>
            <translation>Stützt eine Angabe, wenn niemand näher ist. 99 von 100 zutreffenden Gesichtern liegen darunter; von 882 Fremden 1 bei zufälliger Angabe, 1 von 9 bei Angabe der Person, der sie am meisten ähneln.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Up to here a politician is offered for a face without a claim. Of true faces 99 of 100 lie below, of strangers fewer than 1 of 100.</source>
            <translation>Bis hierher wird zu einem Gesicht ohne Angabe ein Politiker vorgeschlagen. Von zutreffenden Gesichtern liegen 99 von 100 darunter, von Fremden weniger als 1 von 100.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Beyond it a claim is advised against. With one reference portrait true faces reached just below it; of strangers claimed at random 1 to 4 of 100 lie within.</source>
            <translation>Darüber spricht die Empfehlung gegen die Angabe. Mit einem Referenzporträt reichten zutreffende Gesichter bis knapp darunter; von Fremden mit zufälliger Angabe liegen 1 bis 4 von 100 innerhalb.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Two politicians are too close to tell apart below</source>
            <translation>Zwei Politiker sind nicht zu unterscheiden bei einem Vorsprung unter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>If the distances of the nearest two differ by less than this, the face could be either, and a person has to look. It doubts 1 of 100 true faces, and a third of the look-alikes that would pass otherwise.</source>
            <translation>Unterscheiden sich die Abstände der beiden nächsten um weniger, könnte es jeder der beiden sein, und ein Mensch muss hinsehen. Das stellt 1 von 100 zutreffenden Gesichtern infrage und ein Drittel der Doppelgänger, die sonst durchgingen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A face is small below</source>
            <translation>Ein Gesicht ist klein unter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A face shrunk to 60 pixels lies 0.13 from its own full copy, one of 100 pixels 0.06.</source>
            <translation>Ein auf 60 Pixel verkleinertes Gesicht liegt 0.13 von seiner eigenen Kopie in voller Größe entfernt, eines von 100 Pixeln 0.06.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>px</source>
            <translation>px</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A face is not compared below</source>
            <translation>Ein Gesicht wird nicht verglichen unter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A face shrunk to 40 pixels lies 0.22 from its own full copy, one of 30 pixels 0.30.</source>
            <translation>Ein auf 40 Pixel verkleinertes Gesicht liegt 0.22 von seiner eigenen Kopie in voller Größe entfernt, eines von 30 Pixeln 0.30.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A bystander is smaller than this share of the main face</source>
            <translation>Unbeteiligte sind kleiner als dieser Anteil am Hauptgesicht</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A further face that is smaller, and too small to be compared, is looked at and not advised against. No measurement: a face on a poster should not cost a picture its place.</source>
            <translation>Ein weiteres Gesicht, das kleiner ist und zu klein zum Vergleichen, wird angesehen, spricht aber nicht gegen das Bild. Nicht gemessen: Ein Gesicht auf einem Plakat soll ein Bild nicht seinen Platz kosten.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>The same picture up to</source>
            <translation>Gleiches Bild bis</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Copies at a third of the size, strongly compressed or mirrored differ in 10 of 256 points at most (66 pictures).</source>
            <translation>Kopien auf ein Drittel verkleinert, stark komprimiert oder gespiegelt, sind in höchstens 10 von 256 Punkten verschieden (66 Bilder).</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>points</source>
            <translation>Punkte</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Perhaps the same picture up to</source>
            <translation>Vielleicht gleiches Bild bis</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Most crops by 3 % lie below; of 62,621 pairs of different people's portraits none does. A larger number counts for pictures that are looked at from then on.</source>
            <translation>Die meisten Beschnitte um 3 % liegen darunter; von 62 621 Paaren aus Porträts verschiedener Personen keines. Eine größere Zahl gilt für Bilder, die ab dann ausgewertet werden.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>YuNet, then further means</source>
            <translation>YuNet, danach weitere Mittel</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Finds small, turned, blurred and half hidden faces, too, and tries face_recognition's own way where it finds none. About 0.2 seconds a picture.</source>
            <translation>Findet auch kleine, gedrehte, unscharfe und halb verdeckte Gesichter und versucht es, wo es keines findet, auf die Art von face_recognition. Etwa 0.2 Sekunden je Bild.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>HOG, as face_recognition does</source>
            <translation>HOG, wie face_recognition</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Upright faces from the front. It missed 7 of 19 faces in the campaign's own deepfakes. About 0.4 seconds a picture.</source>
            <translation>Aufrechte Gesichter von vorn. Übersah 7 von 19 Gesichtern in den Deepfakes der Kampagne. Etwa 0.4 Sekunden je Bild.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>CNN of face_recognition</source>
            <translation>CNN von face_recognition</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Slow: about 10 seconds a picture, and 1 to 1.5 GB of memory for each worker.</source>
            <translation>Langsam: etwa 10 Sekunden je Bild und 1 bis 1.5 GB Speicher für jeden Arbeitsprozess.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>onnxruntime, with the network of face_recognition</source>
            <translation>onnxruntime, mit dem Netz von face_recognition</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>face_recognition itself (dlib): the same numbers, more slowly</source>
            <translation>face_recognition selbst (dlib): dieselben Zahlen, langsamer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>{database} database, {media} pictures with their previews</source>
            <translation>{database} Datenbank, {media} Bilder mit ihren Vorschauen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>{database} database, {media} pictures with their previews, {backups} backups</source>
            <translation>{database} Datenbank, {media} Bilder mit ihren Vorschauen, {backups} Sicherungen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>The check was cancelled. Nothing was wrong up to then, with {pictures} read.</source>
            <translation>Die Prüfung wurde abgebrochen. Bis dahin war nichts zu beanstanden, gelesen: {pictures}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>All is in order: the database, the decision log and {pictures}.</source>
            <translation>Alles ist in Ordnung: die Datenbank, das Entscheidungsprotokoll und {pictures}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>{n:,} complaints. Keep a copy of the folder before you change anything.</source>
            <extracomment>One: {n:,} complaint. Keep a copy of the folder before you change anything.</extracomment>
            <translation>
                <numerusform>{n:,} Beanstandung. Vor jeder Änderung eine Kopie des Ordners anlegen.</numerusform>
                <numerusform>{n:,} Beanstandungen. Vor jeder Änderung eine Kopie des Ordners anlegen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>The check was cancelled.</source>
            <translation>Die Prüfung wurde abgebrochen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>And {n:,} more; “curator verify” lists all.</source>
            <extracomment>One: And {n:,} more; “curator verify” lists all.</extracomment>
            <translation>
                <numerusform>Und {n:,} weitere; „curator verify“ nennt alle.</numerusform>
                <numerusform>Und {n:,} weitere; „curator verify“ nennt alle.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>{n:,} of them can be repaired.</source>
            <extracomment>One: {n:,} of them can be repaired.</extracomment>
            <translation>
                <numerusform>{n:,} davon lässt sich reparieren.</numerusform>
                <numerusform>{n:,} davon lassen sich reparieren.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>The repair was cancelled. What was done stays done.</source>
            <translation>Die Reparatur wurde abgebrochen. Was schon repariert ist, bleibt so.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>The database as it was before is kept as the backup {file}.</source>
            <translation>Die Datenbank von vorher bleibt als Sicherung {file} erhalten.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>There was nothing to repair.</source>
            <translation>Es gab nichts zu reparieren.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Go on with {name}</source>
            <translation>Weiter mit {name}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Begin in an empty folder of this computer.</source>
            <translation>In einem leeren Ordner dieses Computers beginnen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Go on where you or a colleague stopped.</source>
            <translation>Weitermachen, wo Sie oder andere aufgehört haben.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Look at the sample</source>
            <translation>Beispiel ansehen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Try everything with invented people and drawn faces.</source>
            <translation>Alles mit erfundenen Personen und gezeichneten Gesichtern ausprobieren.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Look through the pictures that people sent in, decide about each, and hand on what is good.</source>
            <translation>Eingesandte Bilder durchsehen, über jedes entscheiden und weitergeben, was gut ist.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Your name (it signs your decisions)</source>
            <translation>Ihr Name (steht unter Ihren Entscheidungen)</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Everything stays on this computer: no picture, name or face is sent anywhere.</source>
            <translation>Alles bleibt auf diesem Computer: Kein Bild, Name oder Gesicht wird irgendwohin gesendet.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/theme.py"></location>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <location filename="../../curator/ui/theme.py"></location>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <location filename="../../curator/ui/veil.py"></location>
            <source>Not at all</source>
            <translation>Gar nicht</translation>
        </message>
        <message>
            <location filename="../../curator/ui/veil.py"></location>
            <source>Without colour</source>
            <translation>Ohne Farbe</translation>
        </message>
        <message>
            <location filename="../../curator/ui/veil.py"></location>
            <source>Blurred and without colour</source>
            <translation>Unscharf und ohne Farbe</translation>
        </message>
        <message>
            <location filename="../../curator/ui/widgets/fields.py"></location>
            <source>Empty the field</source>
            <translation>Feld leeren</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/file_choice.py"></location>
            <source>Pictures and tables</source>
            <translation>Bilder und Tabellen</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/file_choice.py"></location>
            <source>Pictures to load</source>
            <translation>Zu ladende Bilder</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/main_window.py"></location>
            <source>A new or empty folder for the catalogue</source>
            <translation>Ein neuer oder leerer Ordner für den Katalog</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/main_window.py"></location>
            <source>The folder of the catalogue</source>
            <translation>Der Ordner des Katalogs</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/main_window.py"></location>
            <source>A folder of pictures to load</source>
            <translation>Ein Ordner mit Bildern</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/main_window.py"></location>
            <source>It signs your decisions:</source>
            <translation>Er steht unter Ihren Entscheidungen:</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/main_window.py"></location>
            <source>Curator {version}. It uses the network for nothing but a fetch that you start yourself.</source>
            <translation>Curator {version}. Das Netz wird nur für einen selbst gestarteten Abruf benutzt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/menus.py"></location>
            <source>How pictures are veiled</source>
            <translation>Art des Schleiers</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/outcomes.py"></location>
            <source>Show which</source>
            <translation>Zeigen, welche</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>Put a portrait on the desk first.</source>
            <translation>Zuerst ein Porträt an den Arbeitsplatz holen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>It is withdrawn: the next export goes without it.</source>
            <translation>Zurückgezogen: Der nächste Export enthält es nicht mehr.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>It is a reference portrait now. Undo takes it back.</source>
            <translation>Jetzt ein Referenzporträt. „Rückgängig“ nimmt es zurück.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>It is a portrait now.</source>
            <translation>Jetzt ein Porträt.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>It is a deepfake now.</source>
            <translation>Jetzt ein Deepfake.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>The face was added. It is compared in the background.</source>
            <translation>Das Gesicht wurde hinzugefügt. Es wird im Hintergrund verglichen.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>Marked as not a face. Undo brings it back.</source>
            <translation>Als „kein Gesicht“ markiert. „Rückgängig“ bringt es zurück.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>{n} near-duplicates were rejected. Decide about the one that stays.</source>
            <extracomment>One: {n} near-duplicate was rejected. Decide about the one that stays.</extracomment>
            <translation>
                <numerusform>{n} Beinahe-Doppel wurde abgelehnt. Nun über das verbliebene Bild entscheiden.</numerusform>
                <numerusform>{n} Beinahe-Doppel wurden abgelehnt. Nun über das verbliebene Bild entscheiden.</numerusform>
            </translation>
        </message>
    </context>
</TS>
