<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
    <context>
        <name>curator</name>
        <message>
            <location filename="../../curator/app.py"></location>
            <source>Sample catalogue</source>
            <translation>Catalogo di esempio</translation>
        </message>
        <message>
            <location filename="../../curator/app.py"></location>
            <source>The backup was restored. What was there before is kept as {file}; restore that to take it back.</source>
            <translation>La copia di sicurezza è stata ripristinata. Lo stato precedente si conserva come {file}; per tornarvi, ripristinare quel file.</translation>
        </message>
        <message>
            <location filename="../../curator/app.py"></location>
            <source>It can be restored from a backup. First you see what that holds.</source>
            <translation>Si può ripristinare da una copia di sicurezza. Prima se ne vede il contenuto.</translation>
        </message>
        <message>
            <location filename="../../curator/app.py"></location>
            <source>Restore the newest backup …</source>
            <translation>Ripristinare l’ultima copia …</translation>
        </message>
        <message>
            <location filename="../../curator/app.py"></location>
            <source>The backup was restored.</source>
            <translation>La copia di sicurezza è stata ripristinata.</translation>
        </message>
        <message>
            <location filename="../../curator/app.py"></location>
            <source>The backup was restored. The damaged file is kept as {file}.</source>
            <translation>La copia di sicurezza è stata ripristinata. Il file danneggiato si conserva come {file}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/analysis.py"></location>
            <source>A preview could not be written, and the analysis was stopped.</source>
            <translation>Non è stato possibile scrivere un’anteprima e l’analisi è stata fermata.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/analysis.py"></location>
            <source>Start Curator again. If it happens again, report it with the log.</source>
            <translation>Riavviare Curator. Se succede di nuovo, segnalarlo allegando il registro.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>{folder} is a file.</source>
            <translation>{folder} è un file.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Choose a folder.</source>
            <translation>Scegliere una cartella.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>{folder} already holds a catalogue.</source>
            <translation>{folder} contiene già un catalogo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Open it instead.</source>
            <translation>Aprire invece quello.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The folder {folder} is not empty.</source>
            <translation>La cartella {folder} non è vuota.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Choose a new or an empty folder.</source>
            <translation>Scegliere una cartella nuova o vuota.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>There is no catalogue in {folder}.</source>
            <translation>In {folder} non c’è alcun catalogo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <location filename="../../curator/engine/export/staging.py"></location>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Choose another folder.</source>
            <translation>Scegliere un’altra cartella.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The decision log was changed from outside, first at row {row}.</source>
            <translation>Il registro delle decisioni è stato modificato dall’esterno, per la prima volta alla riga {row}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The last {n} rows of the decision log were taken away from outside.</source>
            <extracomment>One: The last row of the decision log was taken away from outside.</extracomment>
            <translation>
                <numerusform>L’ultima riga del registro delle decisioni è stata tolta dall’esterno.</numerusform>
                <numerusform>Le ultime {n} righe del registro delle decisioni sono state tolte dall’esterno.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The note of row {row} of the decision log was changed from outside.</source>
            <translation>La nota della riga {row} del registro delle decisioni è stata modificata dall’esterno.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>A reference portrait came from submission {number}, which is no such approved portrait.</source>
            <translation>Un ritratto di riferimento proviene dall’invio {number}, che non è un ritratto approvato di quella persona.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>What another copy decided about submission {number} was changed from outside.</source>
            <translation>Quanto deciso da un’altra copia sull’invio {number} è stato modificato dall’esterno.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The catalogue in {folder} is from an older Curator.</source>
            <translation>Il catalogo in {folder} è di una versione precedente di Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <source>Open it once in the window, which brings it up to date.</source>
            <translation>Aprirlo una volta nella finestra, che lo aggiorna.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The file {file} is gone although there are pictures beside it.</source>
            <translation>Il file {file} non c’è più, anche se accanto ci sono immagini.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Put a copy in its place, for example from the folder “backups” beside it.</source>
            <translation>Sostituirlo con una copia, per esempio dalla cartella “backups” accanto.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The file {file} is empty although there are pictures beside it.</source>
            <translation>Il file {file} è vuoto, anche se accanto ci sono immagini.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>{file} is a database, but not a catalogue of Curator.</source>
            <translation>{file} è un database, ma non un catalogo di Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The catalogue in {folder} was written by a newer Curator.</source>
            <translation>Il catalogo in {folder} è stato scritto da una versione più recente di Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Install the newest Curator to open it. Nothing was changed.</source>
            <translation>Per aprirlo, installare la versione più recente di Curator. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Parts of the catalogue in {file} are gone.</source>
            <translation>Mancano parti del catalogo in {file}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>Restore a backup. Nothing was changed.</source>
            <translation>Ripristinare una copia di sicurezza. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The SQLite {version} of this computer's Python is too old for Curator.</source>
            <translation>La versione {version} di SQLite nel Python di questo computer è troppo vecchia per Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Install Python from python.org, or a newer version of this system.</source>
            <translation>Installare Python da python.org, o una versione più recente di questo sistema.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copy_contents.py"></location>
            <location filename="../../curator/engine/catalogue/copying.py"></location>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The database is damaged: {what}.</source>
            <translation>Il database è danneggiato: {what}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copy_contents.py"></location>
            <location filename="../../curator/engine/catalogue/erased_copies.py"></location>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{file} is no copy of a catalogue.</source>
            <translation>{file} non è la copia di un catalogo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copy_contents.py"></location>
            <location filename="../../curator/engine/catalogue/erased_copies.py"></location>
            <source>Choose another backup.</source>
            <translation>Scegliere un’altra copia di sicurezza.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copy_contents.py"></location>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <source>{file} was written by a newer Curator.</source>
            <translation>{file} è stato scritto da una versione più recente di Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copy_contents.py"></location>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <source>Install the newest Curator to use it. Nothing was changed.</source>
            <translation>Per usarlo, installare la versione più recente di Curator. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copying.py"></location>
            <source>No backup was made of it; older ones are kept. Check the catalogue.</source>
            <translation>Non ne è stata creata alcuna copia di sicurezza; le precedenti si conservano. Controllare il catalogo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copying.py"></location>
            <source>Another program is reading the catalogue {place}.</source>
            <translation>Un altro programma sta leggendo il catalogo {place}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/copying.py"></location>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Close it, then try again. Nothing was changed.</source>
            <translation>Chiuderlo, poi riprovare. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/database.py"></location>
            <source>The catalogue {path} is no longer where it was.</source>
            <translation>Il catalogo {path} non è più al suo posto.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/database.py"></location>
            <source>Connect its disk again or put the folder back. Nothing more is saved until then.</source>
            <translation>Ricollegare il disco o rimettere la cartella al suo posto. Fino ad allora non si salva più nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/evidence.py"></location>
            <location filename="../../curator/engine/catalogue/submissions.py"></location>
            <source>There is no submission with the number {number}.</source>
            <translation>Non c’è alcun invio con il numero {number}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/faces.py"></location>
            <source>This face is no longer there.</source>
            <translation>Questo volto non c’è più.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/faces.py"></location>
            <source>The picture was looked at again; look anew.</source>
            <translation>L’immagine è stata analizzata di nuovo; guardarla ancora.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Another program is using the catalogue {place}.</source>
            <translation>Un altro programma sta usando il catalogo {place}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>The file {place} is damaged or is not a catalogue.</source>
            <translation>Il file {place} è danneggiato o non è un catalogo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Open a copy from the folder “backups” beside it.</source>
            <translation>Aprire una copia dalla cartella “backups” accanto.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>The disk that holds {place} did not answer.</source>
            <translation>Il disco che contiene {place} non ha risposto.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Check that it is still connected. Nothing that was saved before is lost.</source>
            <translation>Controllare che sia ancora collegato. Ciò che era già salvato non è andato perso.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <location filename="../../curator/engine/export/staging.py"></location>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>The disk that holds {place} is full.</source>
            <translation>Il disco che contiene {place} è pieno.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Free some space, then do it again. The last step was not saved; all earlier ones are.</source>
            <translation>Liberare spazio, poi rifarlo. L’ultimo passo non è stato salvato; tutti i precedenti sì.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <location filename="../../curator/engine/export/staging.py"></location>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Curator cannot write to {place}.</source>
            <translation>Curator non può scrivere in {place}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Check that the folder exists and that you may write to it, or choose another folder.</source>
            <translation>Controllare che la cartella esista e che vi si possa scrivere, oppure scegliere un’altra cartella.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>A name in it has letters that cannot be kept.</source>
            <translation>Un nome contiene caratteri che non si possono salvare.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Rename the file or the folder, or choose another one. Nothing was changed.</source>
            <translation>Rinominare il file o la cartella, o sceglierne un altro. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{place} cannot be used: {reason}.</source>
            <translation>{place} non si può usare: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Check the name and the disk, or choose another folder.</source>
            <translation>Controllare il nome e il disco, oppure scegliere un’altra cartella.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/interrupting.py"></location>
            <location filename="../../curator/engine/privacy/erasing.py"></location>
            <source>Curator was closed meanwhile.</source>
            <translation>Nel frattempo Curator è stato chiuso.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/locking.py"></location>
            <source>The catalogue in {folder} is already open in another Curator.</source>
            <translation>Il catalogo in {folder} è già aperto in un’altra finestra di Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/locking.py"></location>
            <source>Go on in that window, or close it first.</source>
            <translation>Proseguire in quella finestra, oppure chiuderla prima.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>index</source>
            <translation>indice</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>trigger</source>
            <translation>trigger</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>view</source>
            <translation>vista</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>table</source>
            <translation>tabella</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>A row of the table {table} refers to a missing row of {other}.</source>
            <translation>Una riga della tabella {table} rimanda a una riga mancante di {other}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The {kind} {name} is not one of Curator's.</source>
            <translation>Elemento estraneo a Curator: {kind} {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The {kind} {name} is not as Curator makes it.</source>
            <translation>Forma diversa da quella prevista da Curator: {kind} {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The {kind} {name} is missing.</source>
            <translation>Manca nel database: {kind} {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>Made anew as Curator makes it: {names}.</source>
            <translation>Ripristinata la forma prevista da Curator: {names}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>Made all indexes of the database anew.</source>
            <translation>Ricreati tutti gli indici del database.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>Took the verdicts of submissions from the decision log again.</source>
            <translation>Esiti degli invii ripresi dal registro delle decisioni.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>Counted anew: the numbers beside the filters, and what undo takes back.</source>
            <translation>Ricalcolati: i numeri accanto ai filtri e ciò che verrebbe annullato.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>Made the words anew that searching finds.</source>
            <translation>Ricreate le parole su cui si basa la ricerca.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The table {name} is not as Curator makes it.</source>
            <translation>La tabella {name} non è come la crea Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The protection of the decision log is missing: {names}.</source>
            <translation>Manca la protezione del registro delle decisioni: {names}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The trigger {name} is not one of Curator's.</source>
            <translation>Il trigger {name} non è di Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>An index of the database is damaged: {what}.</source>
            <translation>Un indice del database è danneggiato: {what}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>What undo would take back differs from the decision log, first at step {step}.</source>
            <translation>Ciò che verrebbe annullato non coincide con il registro delle decisioni, per la prima volta al passo {step}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The numbers beside the filters differ from the submissions.</source>
            <translation>I numeri accanto ai filtri non coincidono con gli invii.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The verdict of {n} submissions differs from the decision log.</source>
            <extracomment>One: The verdict of {n} submission differs from the decision log.</extracomment>
            <translation>
                <numerusform>L’esito di {n} invio non coincide con il registro delle decisioni.</numerusform>
                <numerusform>L’esito di {n} invii non coincide con il registro delle decisioni.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/mending.py"></location>
            <source>The words that searching finds differ from what they were taken from.</source>
            <translation>Le parole su cui si basa la ricerca non coincidono con i dati da cui provengono.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <location filename="../../curator/engine/receiving.py"></location>
            <source>It was cancelled.</source>
            <translation>Operazione interrotta.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <source>{name} is not made as Curator makes it. {what}</source>
            <translation>{name} non ha la forma prevista da Curator. {what}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>Choose another copy. Nothing was changed.</source>
            <translation>Scegliere un’altra copia. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <source>{name} is from an older Curator.</source>
            <translation>{name} è di una versione precedente di Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/merging.py"></location>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{name} is damaged, or no copy of a catalogue.</source>
            <translation>{name} è danneggiato o non è la copia di un catalogo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/politicians.py"></location>
            <source>There is no politician with the number {number}.</source>
            <translation>Non c’è alcun politico con il numero {number}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/politicians.py"></location>
            <source>{name} is already in the index.</source>
            <translation>{name} è già nell’indice.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/politicians.py"></location>
            <source>A politician needs a name.</source>
            <translation>Un politico deve avere un nome.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/saved_filters.py"></location>
            <source>A saved filter needs a name.</source>
            <translation>Un filtro salvato deve avere un nome.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Austria</source>
            <translation>Austria</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Belgium</source>
            <translation>Belgio</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Bulgaria</source>
            <translation>Bulgaria</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Croatia</source>
            <translation>Croazia</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Cyprus</source>
            <translation>Cipro</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Czechia</source>
            <translation>Cechia</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Denmark</source>
            <translation>Danimarca</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Estonia</source>
            <translation>Estonia</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Finland</source>
            <translation>Finlandia</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>France</source>
            <translation>Francia</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Germany</source>
            <translation>Germania</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Greece</source>
            <translation>Grecia</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Hungary</source>
            <translation>Ungheria</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Ireland</source>
            <translation>Irlanda</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Italy</source>
            <translation>Italia</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Latvia</source>
            <translation>Lettonia</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Lithuania</source>
            <translation>Lituania</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Luxembourg</source>
            <translation>Lussemburgo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Malta</source>
            <translation>Malta</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Netherlands</source>
            <translation>Paesi Bassi</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Poland</source>
            <translation>Polonia</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Portugal</source>
            <translation>Portogallo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Romania</source>
            <translation>Romania</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Slovakia</source>
            <translation>Slovacchia</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Slovenia</source>
            <translation>Slovenia</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Spain</source>
            <translation>Spagna</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Sweden</source>
            <translation>Svezia</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Prime Minister</source>
            <translation>Primo ministro</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Interior Minister</source>
            <translation>Ministro dell’Interno</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Defense Minister</source>
            <translation>Ministro della Difesa</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Justice Minister</source>
            <translation>Ministro della Giustizia</translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>AIAct Gov Representative</source>
            <translation>Referente AI Act</translation>
        </message>
        <message>
            <location filename="../../curator/engine/crops.py"></location>
            <location filename="../../curator/engine/workers/jobs.py"></location>
            <source>The work was cancelled.</source>
            <translation>Il lavoro è stato interrotto.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>{name} was not approved, so it cannot be withdrawn.</source>
            <translation>{name} non è tra gli invii approvati, quindi non si può ritirare.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Nothing was decided about {name}, so there is nothing to undo.</source>
            <translation>Su {name} non è stato deciso nulla, quindi non c’è nulla da annullare.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>A rejection needs a reason.</source>
            <translation>Per respingere serve un motivo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Choose one, for example “no face”.</source>
            <translation>Sceglierne uno, per esempio “nessun volto”.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>That is a reason to withdraw what was approved, and no reason to reject.</source>
            <translation>È un motivo per ritirare ciò che è stato approvato, non per respingere.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Choose another reason, or withdraw it.</source>
            <translation>Scegliere un altro motivo, oppure ritirare l’invio.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>A skipped submission has no reason.</source>
            <translation>Un invio saltato non ha motivo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>A withdrawal needs a reason.</source>
            <translation>Per ritirare serve un motivo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Choose one, for example “asked to be taken down”.</source>
            <translation>Sceglierne uno, per esempio “richiesta di rimozione”.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>A withdrawal is not a question.</source>
            <translation>Per un ritiro non si può chiedere a un collega.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Choose another reason.</source>
            <translation>Scegliere un altro motivo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>A submission is not approved for a reason against it.</source>
            <translation>Un invio non si approva per un motivo contrario.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>A submission is not undecided for a reason against it.</source>
            <translation>Un invio non resta da decidere per un motivo contrario.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Only an approval says how a picture was made.</source>
            <translation>Solo un’approvazione indica come è stata creata un’immagine.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>{name} is a portrait, and a portrait is never labelled as made up.</source>
            <translation>{name} è un ritratto, e un ritratto non si etichetta mai come artefatto.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Approve it as it is, or correct its kind first.</source>
            <translation>Approvarlo così com’è, oppure correggerne prima il tipo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>{name} cannot be approved: it could not be read.</source>
            <translation>{name} non si può approvare: la lettura non è riuscita.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>Reject it, or ask the sender for another copy.</source>
            <translation>Respingere l’invio, oppure chiedere al mittente un’altra copia.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/decisions.py"></location>
            <source>number {number}, erased since</source>
            <translation>numero {number}, nel frattempo cancellato</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>{name} could not be read, so no face can be drawn in it.</source>
            <translation>{name} non si è potuto leggere, quindi non vi si può disegnare un volto.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>{name} has not been looked at yet.</source>
            <translation>{name} non è ancora stato analizzato.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>Draw the face when its analysis is done.</source>
            <translation>Disegnare il volto quando l’analisi è conclusa.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>The frame lies outside the picture.</source>
            <translation>Il riquadro è fuori dall’immagine.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>Draw it anew.</source>
            <translation>Disegnarlo di nuovo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>A face of {size} pixels is too small: it takes {least} at least.</source>
            <translation>Un volto di {size} pixel è troppo piccolo: ne servono almeno {least}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>There is a face in this place already.</source>
            <translation>In questo punto c’è già un volto.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/hand_work.py"></location>
            <source>If its frame is wrong, say first that it is not a face.</source>
            <translation>Se il suo riquadro è sbagliato, indicare prima che non è un volto.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>{name} is a deepfake, and a deepfake never becomes a reference portrait.</source>
            <translation>{name} è un deepfake, e un deepfake non diventa mai un ritratto di riferimento.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>{name} is not approved, so it cannot become a reference portrait.</source>
            <translation>{name} non è tra gli invii approvati, quindi non può diventare un ritratto di riferimento.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>Approve it first, if it is a real photo of the politician.</source>
            <translation>Approvarlo prima, se è una foto vera del politico.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>Try again when its analysis is done.</source>
            <translation>Riprovare quando l’analisi è conclusa.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>The file of {name} says that it was made with AI.</source>
            <translation>Il file di {name} dice che l’immagine è stata creata con l’IA.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>Correct its kind, or reject it.</source>
            <translation>Correggerne il tipo, oppure respingerlo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>{name} claims nobody of the index, so it is nobody’s reference portrait.</source>
            <translation>{name} non indica nessuno dell’indice, quindi non può essere un ritratto di riferimento.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>Say first whom it shows.</source>
            <translation>Indicare prima chi si vede.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>A reference portrait holds exactly one face; {name} has {faces}.</source>
            <translation>Un ritratto di riferimento contiene esattamente un volto; in {name} se ne contano {faces}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/deciding/promotion.py"></location>
            <source>The file of {name} is a reference portrait of {whose} already.</source>
            <translation>Il file di {name} è già un ritratto di riferimento di {whose}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>partly made or changed by generative AI</source>
            <translation>in parte creata o modificata dall’IA generativa</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>put together, with synthetic parts</source>
            <translation>composta, con parti sintetiche</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>made by generative AI</source>
            <translation>creata dall’IA generativa</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>made by an algorithm alone</source>
            <translation>creata dal solo algoritmo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>data made by a trained algorithm</source>
            <translation>dati creati da un algoritmo addestrato</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>taken with a digital camera</source>
            <translation>scattata con una fotocamera digitale</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>put together by a camera from several shots</source>
            <translation>composta dalla fotocamera con più scatti</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>scanned from a negative</source>
            <translation>scansione di un negativo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>scanned from a slide</source>
            <translation>scansione di una diapositiva</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>scanned from a print</source>
            <translation>scansione di una stampa</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>edited by a person</source>
            <translation>elaborata da una persona</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>edited a little by a person</source>
            <translation>ritoccata lievemente da una persona</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>enhanced by an algorithm</source>
            <translation>migliorata da un algoritmo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>put together from photos</source>
            <translation>composta da più foto</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>put together from several parts</source>
            <translation>composta da più parti</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>made with software</source>
            <translation>creata con un software</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>drawn with software</source>
            <translation>disegnata con un software</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>made by a person with software</source>
            <translation>creata da una persona con un software</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>drawn from data</source>
            <translation>ricavata da dati</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>a picture of a screen</source>
            <translation>immagine di uno schermo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>a recording of a virtual event</source>
            <translation>registrazione di un evento virtuale</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>Origin</source>
            <translation>Origine</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>AI generator</source>
            <translation>Generatore IA</translation>
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
            <translation>Etichetta IA</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>Credentials</source>
            <translation>Credenziali</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>Camera</source>
            <translation>Fotocamera</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>Taken</source>
            <translation>Scatto</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>Software</source>
            <translation>Software</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>Caption</source>
            <translation>Didascalia</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>a position (GPS)</source>
            <translation>una posizione (GPS)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>an author or owner</source>
            <translation>un autore o titolare</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>a serial number</source>
            <translation>un numero di serie</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>a small preview</source>
            <translation>una piccola anteprima</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>its settings are in the file</source>
            <translation>le impostazioni sono nel file</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>its workflow is in the file</source>
            <translation>il workflow è nel file</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>the Chinese label for AI content</source>
            <translation>l’etichetta cinese per i contenuti IA</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>C2PA, not checked</source>
            <translation>C2PA, non verificate</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>C2PA, kept elsewhere, not fetched</source>
            <translation>C2PA, conservate altrove, non scaricate</translation>
        </message>
        <message>
            <location filename="../../curator/engine/declarations.py"></location>
            <source>C2PA by {maker}, not checked</source>
            <translation>C2PA di {maker}, non verificate</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/api.py"></location>
            <location filename="../../curator/engine/export/pages.py"></location>
            <location filename="../../curator/engine/export/site.py"></location>
            <location filename="../../curator/engine/export/tables.py"></location>
            <source>cannot be read again</source>
            <translation>non si rilegge</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/api.py"></location>
            <source>gives another answer than the catalogue</source>
            <translation>dà una risposta diversa da quella del catalogo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>{name} holds no certificate in PEM form.</source>
            <translation>{name} non contiene un certificato in formato PEM.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Choose the file that begins with "-----BEGIN CERTIFICATE-----".</source>
            <translation>Scegliere il file che comincia con “-----BEGIN CERTIFICATE-----”.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The private key does not belong to the certificate.</source>
            <translation>La chiave privata non corrisponde al certificato.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Choose the key that the certificate was asked for with.</source>
            <translation>Scegliere la chiave con cui è stato richiesto il certificato.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The private key in {name} is locked with a password.</source>
            <translation>La chiave privata in {name} è protetta da una password.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Unlock it first: "openssl pkey -in {name} -out unlocked.pem".</source>
            <translation>Sbloccarla prima con “openssl pkey -in {name} -out unlocked.pem”.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>{name} holds no private key in PEM form.</source>
            <translation>{name} non contiene una chiave privata in formato PEM.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Choose the file that begins with "-----BEGIN PRIVATE KEY-----".</source>
            <translation>Scegliere il file che comincia con “-----BEGIN PRIVATE KEY-----”.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The private key is too short: {bits} bits.</source>
            <translation>La chiave privata è troppo corta: {bits} bit.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Ask for a certificate with at least {bits} bits.</source>
            <translation>Richiedere un certificato con almeno {bits} bit.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Pictures cannot be signed with a key of this kind.</source>
            <translation>Con una chiave di questo tipo non si possono firmare immagini.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Ask for a certificate with an elliptic curve (P-256) or RSA key.</source>
            <translation>Richiedere un certificato con chiave a curva ellittica (P-256) o RSA.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate contradicts itself.</source>
            <translation>Il certificato si contraddice.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Ask for another one.</source>
            <translation>Richiederne un altro.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The first certificate is that of an authority, which may not sign pictures.</source>
            <translation>Il primo certificato è di un’autorità di certificazione, che non può firmare immagini.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Put the certificate that belongs to the key first in the file.</source>
            <translation>Mettere per primo nel file il certificato che corrisponde alla chiave.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate is signed by itself alone, which C2PA does not allow.</source>
            <translation>Il certificato è firmato solo da sé stesso, cosa che C2PA non ammette.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Use one that an authority signed, or let Curator make one.</source>
            <translation>Usarne uno firmato da un’autorità, oppure lasciarne creare uno a Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate was not issued for signing documents or e-mail.</source>
            <translation>Il certificato non è stato emesso per firmare documenti o e-mail.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Ask for one with the extended key usage "emailProtection".</source>
            <translation>Richiederne uno con l’uso esteso della chiave “emailProtection”.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate does not allow its key to sign.</source>
            <translation>Il certificato non consente alla sua chiave di firmare.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Ask for one with the key usage "digitalSignature".</source>
            <translation>Richiederne uno con l’uso della chiave “digitalSignature”.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate is not valid before {day}.</source>
            <translation>Il certificato non è valido prima del {day}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Check this computer's date, or wait until then.</source>
            <translation>Controllare la data di questo computer, oppure attendere.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate expired on {day}.</source>
            <translation>Il certificato è scaduto il {day}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Bring a new one, or move it away and let Curator make one.</source>
            <translation>Fornirne uno nuovo, oppure spostarlo altrove e lasciarne creare uno a Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificate is signed in an outdated way: {name}.</source>
            <translation>Il certificato è firmato con un metodo superato: {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Ask for one that is signed with SHA-256.</source>
            <translation>Richiederne uno firmato con SHA-256.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>The certificates in the file do not follow from each other.</source>
            <translation>I certificati nel file non formano una catena.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Put the signing certificate first, then each one that vouches for it.</source>
            <translation>Mettere per primo il certificato che firma, poi via via quello che garantisce il precedente.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Pictures cannot be signed: the extra package for C2PA is not installed.</source>
            <translation>Non si possono firmare immagini: il pacchetto aggiuntivo per C2PA non è installato.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificate_check.py"></location>
            <source>Install it with: pip install "curator[c2pa]". Or export without signing.</source>
            <translation>Installarlo con: pip install "curator[c2pa]". Oppure esportare senza firma.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>There is a certificate in {folder} already.</source>
            <translation>In {folder} c’è già un certificato.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>Move it away first if you want another one.</source>
            <translation>Per usarne un altro, spostare prima quello.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>{path} cannot be read: {reason}.</source>
            <translation>{path} non si può leggere: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>Choose another file, or check that you may read it.</source>
            <translation>Scegliere un altro file, oppure controllare che lo si possa leggere.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>The certificate could not be written to {folder}: {reason}.</source>
            <translation>Non è stato possibile scrivere il certificato in {folder}: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>Check that there is space and that you may write there.</source>
            <translation>Controllare che ci sia spazio e che vi si possa scrivere.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>The certificate in {folder} could not be deleted: {reason}.</source>
            <translation>Non è stato possibile eliminare il certificato in {folder}: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/certificates.py"></location>
            <source>Check that you may write there.</source>
            <translation>Controllare che vi si possa scrivere.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>The export did not pass its own check: {path} {flaw}.</source>
            <translation>L’esportazione non ha superato il proprio controllo: {path} {flaw}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>Check the disk, then export again. Nothing was changed.</source>
            <translation>Controllare il disco, poi esportare di nuovo. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>does not say what was written</source>
            <translation>non dice ciò che è stato scritto</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is a link</source>
            <translation>è un collegamento</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is missing, or should not be there</source>
            <translation>manca, o non dovrebbe esserci</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is not what was written</source>
            <translation>non è ciò che è stato scritto</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>has another size than the picture without the box</source>
            <translation>ha dimensioni diverse dall’immagine senza riquadro</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>What was exported there comes from a newer state of this catalogue, or from another copy of it.</source>
            <translation>Quanto esportato lì proviene da uno stato più recente di questo catalogo, o da un’altra sua copia.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{n} pictures that are not there would be published, even those that were withdrawn: numbers {which}.</source>
            <extracomment>One: {n} picture that is not there would be published, even if it was withdrawn: number {which}.</extracomment>
            <translation>
                <numerusform>{n} immagine che lì non c’è verrebbe pubblicata, anche se è stata ritirata: numero {which}.</numerusform>
                <numerusform>{n} immagini che lì non ci sono verrebbero pubblicate, anche quelle ritirate: numeri {which}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{n} numbers would stand for other pictures than they do there: {which}.</source>
            <extracomment>One: {n} number would stand for another picture than it does there: {which}.</extracomment>
            <translation>
                <numerusform>{n} numero indicherebbe un’altra immagine rispetto a lì: {which}.</numerusform>
                <numerusform>{n} numeri indicherebbero altre immagini rispetto a lì: {which}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{n} pictures would be published in another way than they are there: numbers {which}.</source>
            <extracomment>One: {n} picture would be published in another way than it is there: number {which}.</extracomment>
            <translation>
                <numerusform>{n} immagine verrebbe pubblicata diversamente da lì: numero {which}.</numerusform>
                <numerusform>{n} immagini verrebbero pubblicate diversamente da lì: numeri {which}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{n} pictures would go: numbers {which}.</source>
            <extracomment>One: {n} picture would go: number {which}.</extracomment>
            <translation>
                <numerusform>{n} immagine verrebbe tolta: numero {which}.</numerusform>
                <numerusform>{n} immagini verrebbero tolte: numeri {which}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{n} pictures show nobody in the index: exported with the name as it was sent, or without a name.</source>
            <extracomment>One: {n} picture shows nobody in the index: exported with the name as it was sent, or without a name.</extracomment>
            <translation>
                <numerusform>{n} immagine non mostra nessuno dell’indice: esportata con il nome ricevuto, o senza nome.</numerusform>
                <numerusform>{n} immagini non mostrano nessuno dell’indice: esportate con il nome ricevuto, o senza nome.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>The files of {n} deepfakes say that more of them was made with AI than their labels will say: numbers {which}. Look at them and approve them again with other labels.</source>
            <extracomment>One: The file of {n} deepfake says that more of it was made with AI than its label will say: number {which}. Look at it and approve it again with another label.</extracomment>
            <translation>
                <numerusform>Il file di un deepfake dice che l’IA ne ha creato più di quanto dirà l’etichetta: numero {which}. Guardarlo e approvarlo di nuovo con un’altra etichetta.</numerusform>
                <numerusform>I file di {n} deepfake dicono che l’IA ne ha creato più di quanto diranno le etichette: numeri {which}. Guardarli e approvarli di nuovo con altre etichette.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{n} approved pictures are left out: {why}.</source>
            <extracomment>One: {n} approved picture is left out: {why}.</extracomment>
            <translation>
                <numerusform>{n} immagine approvata resta esclusa: {why}.</numerusform>
                <numerusform>{n} immagini approvate restano escluse: {why}.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>Nothing is approved, so the export will hold no pictures.</source>
            <translation>Non è stato approvato nulla, quindi l’esportazione non conterrà immagini.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{numbers} and {more} more</source>
            <translation>{numbers} e ancora {more}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/documents.py"></location>
            <source>This disk cannot hold the file names of the site's API: they are packed in {name}. Unpack it where the site is served.</source>
            <translation>Questo disco non ammette i nomi di file dell’API del sito: i file sono raccolti in {name}. Estrarne il contenuto dove il sito è pubblicato.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/documents.py"></location>
            <source>is of an unknown kind</source>
            <translation>è di un tipo sconosciuto</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>is not what Curator writes into a gallery</source>
            <translation>non è ciò che Curator scrive in una galleria</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>is a page of a picture that is not published</source>
            <translation>è la pagina di un’immagine non pubblicata</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>is no text</source>
            <translation>non è testo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>holds characters that no page may hold</source>
            <translation>contiene caratteri non ammessi in una pagina</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>is no page of a gallery</source>
            <translation>non è una pagina di galleria</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>holds markup that is not Curator's</source>
            <translation>contiene marcatori che non sono di Curator</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>holds markup that does not end where it should</source>
            <translation>contiene marcatori che non si chiudono dove dovrebbero</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>lacks the rule about what it may load</source>
            <translation>non ha la regola su ciò che può caricare</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>has not exactly one main heading</source>
            <translation>non ha esattamente un titolo principale</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>lacks a picture</source>
            <translation>non ha un’immagine</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>holds a script</source>
            <translation>contiene uno script</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>names two of its parts the same</source>
            <translation>dà lo stesso nome a due delle sue parti</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>holds another rule about what it may load</source>
            <translation>contiene un’altra regola su ciò che può caricare</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>loads something before the rule about what it may load</source>
            <translation>carica qualcosa prima della regola su ciò che può caricare</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>shows a picture that is not published</source>
            <translation>mostra un’immagine non pubblicata</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>shows a picture without words or size</source>
            <translation>mostra un’immagine senza testo o dimensioni</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>shows a picture without saying what it is</source>
            <translation>mostra un’immagine senza dire che cos’è</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>loads something from elsewhere</source>
            <translation>carica qualcosa dall’esterno</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>leads to something that is not in the export</source>
            <translation>rimanda a qualcosa che non è nell’esportazione</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>shows a deepfake without its label</source>
            <translation>mostra un deepfake senza la sua etichetta</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>labels a picture that is no deepfake</source>
            <translation>etichetta un’immagine che non è un deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/checking.py"></location>
            <source>shows two pictures as one</source>
            <translation>mostra due immagini come una sola</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/pages.py"></location>
            <location filename="../../curator/engine/export/gallery/words.py"></location>
            <source>The gallery cannot be written: {place} is missing or damaged.</source>
            <translation>La galleria non si può scrivere: {place} manca o è danneggiato.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gallery/pages.py"></location>
            <location filename="../../curator/engine/export/gallery/words.py"></location>
            <source>Install Curator again, or export without the gallery.</source>
            <translation>Installare di nuovo Curator, oppure esportare senza galleria.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>not in this copy of the catalogue</source>
            <translation>non presente in questa copia del catalogo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>erased from the catalogue</source>
            <translation>cancellato dal catalogo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>{verdict} by now</source>
            <translation>ora {verdict}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>the file could not be read</source>
            <translation>il file non si è potuto leggere</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <location filename="../../curator/ui/grid/sections.py"></location>
            <source>not analysed yet</source>
            <translation>manca ancora l’analisi</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>its file says that it was made with AI; correct its kind or reject it</source>
            <translation>il suo file dice che è stata creata con l’IA; correggerne il tipo o respingerla</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>too small for the mark that says that it was made with AI</source>
            <translation>troppo piccola per il contrassegno che la dice fatta con l’IA</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/pages.py"></location>
            <source>is the page of another picture</source>
            <translation>è la pagina di un’altra immagine</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/pages.py"></location>
            <source>holds more than text</source>
            <translation>contiene altro oltre al testo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/pages.py"></location>
            <source>does not say that it shows a deepfake</source>
            <translation>non dice che mostra un deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/pages.py"></location>
            <source>calls a portrait a deepfake</source>
            <translation>chiama deepfake un ritratto</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>is signed, but should not be</source>
            <translation>è firmato, ma non dovrebbe esserlo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>holds more than the picture</source>
            <translation>contiene più dell’immagine</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>is signed, but is no deepfake</source>
            <translation>è firmato, ma non è un deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>holds a description that Curator did not write</source>
            <translation>contiene una descrizione che Curator non ha scritto</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>lacks the label of a deepfake</source>
            <translation>non ha l’etichetta di un deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>is labelled, but is no deepfake</source>
            <translation>ha l’etichetta, ma non è un deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>has another label than it should</source>
            <translation>ha un’etichetta diversa da quella dovuta</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>lacks the signature</source>
            <translation>non ha la firma</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>is too wide</source>
            <translation>è troppo largo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>cannot be opened again</source>
            <translation>non si riapre</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>is no whole JPEG file</source>
            <translation>non è un file JPEG completo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/picture_check.py"></location>
            <source>does not end where the picture ends</source>
            <translation>non finisce dove finisce l’immagine</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/portfolio.py"></location>
            <source>Not all pictures could be made.</source>
            <translation>Non è stato possibile creare tutte le immagini.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/portfolio.py"></location>
            <source>Load the file again or reject the picture, then export again. Nothing was changed.</source>
            <translation>Caricare di nuovo il file o respingere l’immagine, poi esportare di nuovo. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/portfolio.py"></location>
            <source>The picture came back in another size than it has.</source>
            <translation>L’immagine è tornata con dimensioni diverse dalle sue.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/portfolio.py"></location>
            <source>Number {id} ({name}): {reason}</source>
            <translation>Numero {id} ({name}): {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/portfolio.py"></location>
            <source>Number {id}: {reason}</source>
            <translation>Numero {id}: {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/rendering.py"></location>
            <source>The export was cancelled.</source>
            <translation>L’esportazione è stata interrotta.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/rendering.py"></location>
            <source>The picture was not opened because the work was stopped.</source>
            <translation>L’immagine non è stata aperta perché il lavoro è stato fermato.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>What is signed with this certificate {flaw}.</source>
            <translation>Ciò che si firma con questo certificato {flaw}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>Bring another certificate, or move it away and let Curator make one.</source>
            <translation>Fornire un altro certificato, oppure spostarlo altrove e lasciarne creare uno a Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>is signed, but the extra package for C2PA is not installed</source>
            <translation>è firmato, ma il pacchetto aggiuntivo per C2PA non è installato</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>has a signature that cannot be read</source>
            <translation>ha una firma che non si può leggere</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>has a signature that says other things than it should</source>
            <translation>ha una firma che dice cose diverse da quelle dovute</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>is signed with a certificate that has expired</source>
            <translation>è firmato con un certificato scaduto</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>has a signature that does not hold</source>
            <translation>ha una firma che non regge alla verifica</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>The picture could not be signed: {reason}.</source>
            <translation>Non è stato possibile firmare l’immagine: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/signing.py"></location>
            <source>Check the certificate, or export without signing.</source>
            <translation>Controllare il certificato, oppure esportare senza firma.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/site.py"></location>
            <source>counts other pictures than are there</source>
            <translation>conta immagini diverse da quelle presenti</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/site.py"></location>
            <source>names other politicians than are in the index</source>
            <translation>nomina politici diversi da quelli dell’indice</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/site.py"></location>
            <source>names other pictures than are there</source>
            <translation>nomina immagini diverse da quelle presenti</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/site.py"></location>
            <source>tells other things than it should</source>
            <translation>dice cose diverse da quelle dovute</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/site.py"></location>
            <source>puts a box beside its picture</source>
            <translation>mette un riquadro fuori dall’immagine</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>{target} is a whole disk.</source>
            <translation>{target} è un disco intero.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Choose a folder on it.</source>
            <translation>Scegliere una cartella al suo interno.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>{file} lies inside the catalogue's folder.</source>
            <translation>{file} è dentro la cartella del catalogo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Another export to {target} is under way.</source>
            <translation>È in corso un’altra esportazione in {target}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Wait until it has ended, then export again. Nothing was changed.</source>
            <translation>Attendere che finisca, poi esportare di nuovo. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Free some space or choose another disk, then export again. Nothing was changed.</source>
            <translation>Liberare spazio o scegliere un altro disco, poi esportare di nuovo. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Close programs that use it, check that you may write there and around it, or choose another folder. Nothing was changed.</source>
            <translation>Chiudere i programmi che la usano, controllare che si possa scrivere lì e accanto, oppure scegliere un’altra cartella. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>The export to {folder} could not be written: {reason}.</source>
            <translation>Non è stato possibile scrivere l’esportazione in {folder}: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Check that the disk is connected, then export again. Nothing was changed.</source>
            <translation>Controllare che il disco sia collegato, poi esportare di nuovo. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>{target} is a file.</source>
            <translation>{target} è un file.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>The folder {target} is not empty, and Curator did not write it.</source>
            <translation>La cartella {target} non è vuota e non è stata scritta da Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Choose a new folder, an empty one, or an earlier export. Nothing was changed.</source>
            <translation>Scegliere una cartella nuova, una vuota o un’esportazione precedente. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>The export in {target} comes from another catalogue.</source>
            <translation>L’esportazione in {target} viene da un altro catalogo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Choose another folder, or move that export away first. Nothing was changed.</source>
            <translation>Scegliere un’altra cartella, oppure spostare prima quell’esportazione. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>The export in {target} holds a file that Curator did not write: {name}.</source>
            <translation>L’esportazione in {target} contiene un file che Curator non ha scritto: {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Move it to another folder, then export again. Nothing was changed.</source>
            <translation>Spostarlo in un’altra cartella, poi esportare di nuovo. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/tables.py"></location>
            <source>names other submissions than are there</source>
            <translation>nomina invii diversi da quelli presenti</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/writing.py"></location>
            <source>Look at them first, then say that it is meant. Nothing was changed.</source>
            <translation>Guardarle prima, poi confermare che è voluto. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/writing.py"></location>
            <source>The export in {target} is another one than was looked at.</source>
            <translation>L’esportazione in {target} non è quella che è stata esaminata.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/writing.py"></location>
            <source>Look at what would change, then export again. Nothing was changed.</source>
            <translation>Guardare che cosa cambierebbe, poi esportare di nuovo. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/faces/models.py"></location>
            <source>Install the program again.</source>
            <translation>Installare di nuovo il programma.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/faces/plain.py"></location>
            <source>Choose another detector or encoder in the settings.</source>
            <translation>Scegliere un altro rilevatore o codificatore nelle impostazioni.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>The folder {folder} could not be read: {reason}.</source>
            <translation>Non è stato possibile leggere la cartella {folder}: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is a link that leads out of its folder.</source>
            <translation>{name} è un collegamento che porta fuori dalla sua cartella.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>{name} could not be read: {reason}.</source>
            <translation>Non è stato possibile leggere {name}: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is a spreadsheet.</source>
            <translation>{name} è un foglio di calcolo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>Save it as CSV and load it again.</source>
            <translation>Salvarlo come CSV e caricarlo di nuovo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is an archive.</source>
            <translation>{name} è un archivio.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>Unpack it first, then load the folder.</source>
            <translation>Estrarne prima il contenuto, poi caricare la cartella.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is not a picture that Curator can open.</source>
            <translation>{name} non è un’immagine che Curator possa aprire.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>Save it as JPEG or PNG, or leave it out.</source>
            <translation>Salvarla come JPEG o PNG, oppure tralasciarla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is a PDF document, not a picture.</source>
            <translation>{name} è un documento PDF, non un’immagine.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>Ask the sender for the picture itself.</source>
            <translation>Chiedere al mittente l’immagine stessa.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is an SVG drawing, not a photo.</source>
            <translation>{name} è un disegno SVG, non una foto.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>Ask the sender for a JPEG or PNG.</source>
            <translation>Chiedere al mittente un JPEG o PNG.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is a web page, not a picture.</source>
            <translation>{name} è una pagina web, non un’immagine.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>The folder {folder} is a catalogue of Curator and was left out.</source>
            <translation>La cartella {folder} è un catalogo di Curator ed è stata tralasciata.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>The folder {folder} is an export of Curator and was left out.</source>
            <translation>La cartella {folder} è un’esportazione di Curator ed è stata tralasciata.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{name} is not a picture. Leave it out.</source>
            <translation>{name} non è un’immagine. Tralasciare il file.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>Only the first {most} pictures were taken. Load the rest folder by folder.</source>
            <translation>Sono state prese solo le prime {most} immagini. Caricare le altre, cartella per cartella.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>The folder {folder} lies more than {most} folders deep and was left out. Load it by itself.</source>
            <translation>La cartella {folder} si trova a più di {most} livelli di profondità ed è stata tralasciata. Caricarla a parte.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{n} more rows of {table} name no file that is there.</source>
            <extracomment>One: {n} more row of {table} names no file that is there.</extracomment>
            <translation>
                <numerusform>{n} altra riga di {table} nomina un file che non c’è.</numerusform>
                <numerusform>{n} altre righe di {table} nominano file che non ci sono.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{where} has no picture attached.</source>
            <translation>{where} non ha immagini allegate.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{where} names no file. Fill in its column "file".</source>
            <translation>{where} non nomina alcun file. Compilare la colonna “file”.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{where} names {file}, which is not there. Correct the name or add the picture.</source>
            <translation>{where} nomina {file}, che non c’è. Correggere il nome o aggiungere l’immagine.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{where} names {file} again. The first row about it counts.</source>
            <translation>{where} nomina di nuovo {file}. Vale la prima riga che lo riguarda.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <location filename="../../curator/engine/intake/nocodb/fetching.py"></location>
            <source>{where} names several people ({names}), so its pictures claim nobody.</source>
            <translation>{where} nomina più persone ({names}), quindi per le sue immagini non è indicato nessuno.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{where} says "{kind}" as kind, which is neither deepfake nor portrait. Check the kind of {file}.</source>
            <translation>{where} dà come tipo “{kind}”, che non è né deepfake né portrait. Controllare il tipo di {file}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>The server names a file by a path that leads elsewhere.</source>
            <translation>Il server indica un file con un percorso che porta altrove.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>There is no address.</source>
            <translation>Manca l’indirizzo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>That is no address.</source>
            <translation>Questo non è un indirizzo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>The address holds a name or a password.</source>
            <translation>L’indirizzo contiene un nome o una password.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>Leave out what stands before the @; Curator signs in with the token alone.</source>
            <translation>Togliere ciò che precede la @; Curator accede solo con il token.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>Without https everybody on the way could read the token.</source>
            <translation>Senza https chiunque lungo il percorso potrebbe leggere il token.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>Write https:// instead of http://.</source>
            <translation>Scrivere https:// al posto di http://.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>{host} is asked without https: others in the same network could read the token.</source>
            <translation>{host} viene interrogato senza https: altri nella stessa rete potrebbero leggere il token.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>It looks like https://nocodb.example.org.</source>
            <translation>Ha questa forma: https://nocodb.example.org.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/address.py"></location>
            <source>“{typed}” is not the address of a server.</source>
            <translation>“{typed}” non è l’indirizzo di un server.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/attached.py"></location>
            <source>"{title}" of {where}</source>
            <translation>“{title}” di {where}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>That is no token.</source>
            <translation>Questo non è un token.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>Copy it from NocoDB: Account settings, Tokens.</source>
            <translation>Copiarlo da NocoDB: impostazioni dell’account, Token.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} sends Curator round in circles.</source>
            <translation>{host} rinvia Curator sempre allo stesso punto.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} sends Curator on to {other}, which nobody named, so nothing was asked there.</source>
            <translation>{host} rinvia Curator a {other}, che nessuno ha indicato: lì non è stato chiesto nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>If that is the right server, type its address.</source>
            <translation>Se è il server giusto, inserirne l’indirizzo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>There is no server called {host}, or no network.</source>
            <translation>Non esiste un server {host}, oppure manca la rete.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>Check the address and the connection.</source>
            <translation>Controllare l’indirizzo e la connessione.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} cannot be reached.</source>
            <translation>{host} non è raggiungibile.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>Check the address, and that the server runs.</source>
            <translation>Controllare l’indirizzo, e che il server sia attivo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} does not answer.</source>
            <translation>{host} non risponde.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>Fetch again later; what is there already is not fetched twice.</source>
            <translation>Scaricare di nuovo più tardi; ciò che c’è già non si scarica due volte.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>The connection to {host} broke off.</source>
            <translation>La connessione a {host} si è interrotta.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} took too long.</source>
            <translation>{host} ha impiegato troppo tempo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} has no certificate that this computer trusts.</source>
            <translation>{host} non ha un certificato che questo computer consideri attendibile.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>Check the address. If it is right, ask who runs the server.</source>
            <translation>Controllare l’indirizzo. Se è giusto, rivolgersi a chi gestisce il server.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <source>{host} answers in a way that Curator does not understand.</source>
            <translation>{host} risponde in un modo che Curator non capisce.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/client.py"></location>
            <location filename="../../curator/engine/intake/nocodb/tables.py"></location>
            <source>Check the address: it has to be that of NocoDB itself.</source>
            <translation>Controllare l’indirizzo: deve essere quello di NocoDB stesso.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <source>{name} is missing on the server ({status}).</source>
            <translation>{name} manca sul server ({status}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <source>Ask the sender for it, or look for it in NocoDB.</source>
            <translation>Chiederlo al mittente, o cercarlo in NocoDB.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <source>{name} lies on {other}, not on {host}, so it was not fetched.</source>
            <translation>{name} si trova su {other}, non su {host}, quindi non è stato scaricato.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <source>If you trust that place, save the picture from there and load it as a file.</source>
            <translation>Se ci si fida di quel server, salvare da lì l’immagine e caricarla come file.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <location filename="../../curator/engine/media.py"></location>
            <source>Ask the sender for the picture again.</source>
            <translation>Chiedere di nuovo l’immagine al mittente.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} has more than {limit:.0f} MB, so it was not taken.</source>
            <translation>{name} supera i {limit:.0f} MB, quindi non è stato acquisito.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/downloading.py"></location>
            <source>{name} could not be fetched. {why}</source>
            <translation>Non è stato possibile scaricare {name}. {why}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/exports.py"></location>
            <source>{name} is no export of NocoDB with attachments.</source>
            <translation>{name} non è un’esportazione di NocoDB con allegati.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/exports.py"></location>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Leave it out.</source>
            <translation>Tralasciarlo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/exports.py"></location>
            <source>{name} is too large: at most {n:,} values are read.</source>
            <translation>{name} è troppo grande: se ne leggono al massimo {n:,} valori.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/exports.py"></location>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>Split it into several tables.</source>
            <translation>Dividere il contenuto in più tabelle.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/exports.py"></location>
            <source>{name} is no export of NocoDB that Curator understands.</source>
            <translation>{name} non è un’esportazione di NocoDB che Curator capisca.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} answers with more than Curator reads.</source>
            <translation>{host} risponde con più dati di quanti Curator ne legga.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} does not accept the token.</source>
            <translation>{host} non accetta il token.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>Check that it was copied whole and is still listed in NocoDB, then try again.</source>
            <translation>Controllare che sia stato copiato per intero e che sia ancora elencato in NocoDB, poi riprovare.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} does not let this token read the table.</source>
            <translation>{host} non consente a questo token di leggere la tabella.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>Make a token in NocoDB as somebody who may see the table.</source>
            <translation>Creare in NocoDB un token a nome di chi può vedere la tabella.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} has nothing at that place ({status}).</source>
            <translation>A quell’indirizzo {host} non ha nulla ({status}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>Check the address, the base and the table.</source>
            <translation>Controllare l’indirizzo, la base e la tabella.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} was asked too often and wants a pause.</source>
            <translation>{host} ha ricevuto troppe richieste e chiede una pausa.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>Fetch again in a few minutes; what is there already is not fetched twice.</source>
            <translation>Scaricare di nuovo tra qualche minuto; ciò che c’è già non si scarica due volte.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} reports an error of its own ({status}).</source>
            <translation>{host} segnala un proprio errore ({status}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/failures.py"></location>
            <source>{host} did not understand what Curator asked ({status}).</source>
            <translation>{host} non ha capito che cosa ha chiesto Curator ({status}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/fetching.py"></location>
            <source>More than {n} files are attached to this row; only the first {n} are taken.</source>
            <translation>A questa riga sono allegati più di {n} file; si prendono solo i primi {n}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/intake/nocodb/fetching.py"></location>
            <source>{n} more rows of {table} have no picture, or it is not clear whom they show.</source>
            <extracomment>One: {n} more row of {table} has no picture, or it is not clear whom it shows.</extracomment>
            <translation>
                <numerusform>{n} altra riga di {table} non ha immagini, o non è chiaro chi mostri.</numerusform>
                <numerusform>{n} altre righe di {table} non hanno immagini, o non è chiaro chi mostrino.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/fetching.py"></location>
            <source>No picture is attached to this row.</source>
            <translation>A questa riga non è allegata alcuna immagine.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/fetching.py"></location>
            <source>The server tells too few names at once, so the rest claims nobody.</source>
            <translation>Il server fornisce troppo pochi nomi alla volta: nelle altre righe non è indicato nessuno.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/fetching.py"></location>
            <source>{name} did not arrive. {why}</source>
            <translation>{name} non è arrivato. {why}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/looking.py"></location>
            <source>No column seems to hold pictures. Choose the one that does.</source>
            <translation>Nessuna colonna sembra contenere immagini. Scegliere quella che le contiene.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/mapping.py"></location>
            <source>No column was chosen for the pictures.</source>
            <translation>Per le immagini non è stata scelta alcuna colonna.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/mapping.py"></location>
            <source>Choose the one that holds the attachments.</source>
            <translation>Scegliere quella che contiene gli allegati.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/mapping.py"></location>
            <location filename="../../curator/engine/intake/nocodb/marking.py"></location>
            <source>The table {table} has no column “{title}”.</source>
            <translation>La tabella {table} non ha la colonna “{title}”.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/mapping.py"></location>
            <source>Choose another column for “{field}”.</source>
            <translation>Scegliere un’altra colonna per “{field}”.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/marking.py"></location>
            <source>The column “{title}” is read, so nothing is written to it.</source>
            <translation>La colonna “{title}” viene letta, quindi non vi si scrive nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/marking.py"></location>
            <source>The column “{title}” is not known to be one of check boxes.</source>
            <translation>Non risulta che la colonna “{title}” contenga caselle di spunta.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/marking.py"></location>
            <source>Choose another column for the marks, or none.</source>
            <translation>Scegliere un’altra colonna in cui segnare le righe, o nessuna.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/marking.py"></location>
            <source>Rows could not be marked as imported. {why} The pictures are there.</source>
            <translation>Non è stato possibile segnare le righe come importate. {why} Le immagini ci sono.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>Type its title as NocoDB shows it, or its id.</source>
            <translation>Inserirne il titolo come lo mostra NocoDB, o l’ID.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>No base was named.</source>
            <translation>La base non è indicata.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>No table was named.</source>
            <translation>La tabella non è indicata.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>The server has no base “{base}”.</source>
            <translation>Il server non ha la base “{base}”.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>The base has no table “{table}”.</source>
            <translation>La base non ha la tabella “{table}”.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>The server gives no table “{table}” to this token.</source>
            <translation>Il server non dà a questo token la tabella “{table}”.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>Type the ids of base and table instead of their titles; NocoDB shows them in their menus.</source>
            <translation>Inserire gli ID di base e tabella al posto dei titoli; NocoDB li mostra nei rispettivi menu.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>The token may see none.</source>
            <translation>Il token non ne vede alcuna.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/opening.py"></location>
            <source>There are: {titles}.</source>
            <translation>Disponibili: {titles}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/engine/reports/answers.py"></location>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <source>Pictures</source>
            <translation>Immagini</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <location filename="../../curator/ui/pickers/choice_picker.py"></location>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <location filename="../../curator/ui/review/findings.py"></location>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>Note</source>
            <translation>Nota</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <source>Is a deepfake</source>
            <translation>È un deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <source>Shows (whole name)</source>
            <translation>Mostra (nome intero)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Given name</source>
            <translation>Nome</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Surname</source>
            <translation>Cognome</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Country</source>
            <translation>Paese</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Role</source>
            <translation>Carica</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/request.py"></location>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <source>Sender</source>
            <translation>Mittente</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/tables.py"></location>
            <source>The table {table} has more than {n:,} rows; only the first {n:,} were read.</source>
            <translation>La tabella {table} ha più di {n:,} righe; sono state lette solo le prime {n:,}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/tables.py"></location>
            <source>Take rows that are done out of it in NocoDB, and fetch again.</source>
            <translation>Togliere in NocoDB le righe già trattate e scaricare di nuovo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/tables.py"></location>
            <source>Whom {where} shows could not be read. {why}</source>
            <translation>{where}: non è stato possibile leggere chi mostra. {why}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/nocodb/tables.py"></location>
            <source>{host} does not answer as NocoDB does.</source>
            <translation>{host} non risponde come fa NocoDB.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} repeats row {row}. The first one counts.</source>
            <translation>{where} ripete la riga {row}. Vale la prima.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} gives {name} a second office. {role} counts.</source>
            <translation>{where} dà a {name} una seconda carica. Vale: {role}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{table} has {count} people for {country}; the index has at most {most}.</source>
            <translation>{table} contiene {count} persone per {country}; l’indice ne ammette al massimo {most}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} names nobody.</source>
            <translation>{where} non nomina nessuno.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>Fill in name and surname.</source>
            <translation>Inserire nome e cognome.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} has an unknown country, "{country}".</source>
            <translation>{where} contiene un Paese sconosciuto, “{country}”.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>Write the English name of a country of the European Union.</source>
            <translation>Scrivere il nome inglese di un Paese dell’Unione europea.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} has an unknown role, "{role}".</source>
            <translation>{where} contiene una carica sconosciuta, “{role}”.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>Write one of: {roles}.</source>
            <translation>Scrivere una di queste: {roles}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} names the portrait "{name}", which is not there.</source>
            <translation>{where} nomina il ritratto “{name}”, che non c’è.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>Correct the name or add the picture.</source>
            <translation>Correggere il nome o aggiungere l’immagine.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} names {name}, which is not a picture.</source>
            <translation>{where} nomina {name}, che non è un’immagine.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_tree.py"></location>
            <source>The folder {folder} lies too deep and was left out.</source>
            <translation>La cartella {folder} è troppo in profondità ed è stata tralasciata.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/intake/politicians_tree.py"></location>
            <source>The folder {folder} holds {n} pictures but is not named after a politician. Put them into a folder with the politician's name.</source>
            <extracomment>One: The folder {folder} holds {n} picture but is not named after a politician. Put it into a folder with the politician's name.</extracomment>
            <translation>
                <numerusform>La cartella {folder} contiene {n} immagine ma non porta il nome di un politico. Metterla in una cartella con il nome del politico.</numerusform>
                <numerusform>La cartella {folder} contiene {n} immagini ma non porta il nome di un politico. Metterle in una cartella con il nome del politico.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>{name} is too large: at most {rows} rows with {cells} cells are read.</source>
            <translation>{name} è troppo grande: si leggono al massimo {rows} righe con {cells} celle.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>Row {row} of {name} cannot be read.</source>
            <translation>La riga {row} di {name} non si può leggere.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>Look for a quotation mark that is opened and never closed.</source>
            <translation>Cercare virgolette aperte e mai chiuse.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>{name} has no column "{column}", so nothing was read from it.</source>
            <translation>{name} non ha la colonna “{column}”, quindi non ne è stato letto nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>The first row has to hold the names of the columns.</source>
            <translation>La prima riga deve contenere i nomi delle colonne.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>Row {row} of {table}</source>
            <translation>La riga {row} di {table}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>{name} is too large: at most {limit:.0f} MB are read.</source>
            <translation>{name} è troppo grande: si leggono al massimo {limit:.0f} MB.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>This is {what}, not a picture file.</source>
            <translation>Si tratta di {what}, non di un file immagine.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a folder</source>
            <translation>una cartella</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a link to another file</source>
            <translation>un collegamento a un altro file</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a device or a pipe</source>
            <translation>un dispositivo o una pipe</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is no longer there.</source>
            <translation>Il file non c’è più.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file may not be read by this user.</source>
            <translation>Questo utente non può leggere il file.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file cannot be opened.</source>
            <translation>Il file non si può aprire.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file cannot be read from the disk.</source>
            <translation>Il file non si può leggere dal disco.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is empty.</source>
            <translation>Il file è vuoto.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file ends before the picture begins.</source>
            <translation>Il file finisce prima che l’immagine cominci.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is not the one that was taken in: its content has changed.</source>
            <translation>Il file non è quello acquisito: il contenuto è cambiato.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is larger than {limit} megabytes ({size}).</source>
            <translation>Il file supera i {limit} megabyte ({size}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The picture is larger than {limit} megapixels ({size}).</source>
            <translation>L’immagine supera i {limit} megapixel ({size}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>Reading the picture takes more memory than is allowed.</source>
            <translation>Leggere l’immagine richiede più memoria di quanta sia consentita.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is not a picture but {kind}.</source>
            <translation>Il file non è un’immagine ma {kind}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a PDF document</source>
            <translation>un documento PDF</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>an SVG drawing</source>
            <translation>un disegno SVG</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a web page</source>
            <translation>una pagina web</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a video</source>
            <translation>un video</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a ZIP archive or an office document</source>
            <translation>un archivio ZIP o un documento d’ufficio</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a data file</source>
            <translation>un file di dati</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>text</source>
            <translation>testo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The picture is damaged: its beginning cannot be read.</source>
            <translation>L’immagine è danneggiata: l’inizio non si può leggere.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is not a picture of a known kind.</source>
            <translation>Il file non è un’immagine di un tipo noto.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The picture is damaged and cannot be read.</source>
            <translation>L’immagine è danneggiata e non si può leggere.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The part that was asked for lies outside the picture.</source>
            <translation>La parte richiesta è fuori dall’immagine.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The face finder failed on this picture.</source>
            <translation>La ricerca dei volti non è riuscita in questa immagine.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>Looking at the picture took longer than {seconds} seconds and was stopped.</source>
            <translation>L’analisi dell’immagine è durata più di {seconds} secondi ed è stata fermata.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The process that looked at this picture ended early.</source>
            <translation>Il processo che analizzava questa immagine è terminato in anticipo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The process that looked at this picture ended early (signal {signal}).</source>
            <translation>Il processo che analizzava questa immagine è terminato in anticipo (segnale {signal}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The process that looked at this picture ended early (exit code {code}).</source>
            <translation>Il processo che analizzava questa immagine è terminato in anticipo (codice di uscita {code}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>In the settings it can be looked at again.</source>
            <translation>Nelle impostazioni si può farla analizzare di nuovo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The worker process is gone.</source>
            <translation>Il processo di lavoro non c’è più.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>A worker process sent back more than it was asked for.</source>
            <translation>Un processo di lavoro ha restituito più di quanto gli era stato chiesto.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>A worker process sent back something that makes no sense ({what}).</source>
            <translation>Un processo di lavoro ha restituito qualcosa che non ha senso ({what}).</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>No face was found in it. Use a photo that shows the face larger and from the front.</source>
            <translation>Non vi è stato trovato alcun volto. Usare una foto in cui il volto sia più grande e di fronte.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>It shows {faces} faces. Crop it so that only the politician is left.</source>
            <translation>Mostra {faces} volti. Ritagliarla in modo che resti solo il politico.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>Its face is too small or unclear to compare with. Use a larger photo.</source>
            <translation>Il volto è troppo piccolo o poco nitido per servire da confronto. Usare una foto più grande.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>YuNet cannot be used, faces are looked for by HOG, which misses more: {reason}</source>
            <translation>YuNet non si può usare; i volti vengono cercati da HOG, che ne manca di più: {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>onnxruntime is not installed.</source>
            <translation>onnxruntime non è installato.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>onnxruntime is not installed; faces are encoded by dlib, which is slower.</source>
            <translation>onnxruntime non è installato; i volti vengono codificati da dlib, che è più lento.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The encoder's file has an unknown layout ({detail}); faces are encoded by dlib.</source>
            <translation>Il file del codificatore ha una struttura sconosciuta ({detail}); i volti vengono codificati da dlib.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>onnxruntime cannot run the encoder ({detail}); faces are encoded by dlib.</source>
            <translation>onnxruntime non riesce a eseguire il codificatore ({detail}); i volti vengono codificati da dlib.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>onnxruntime differs from dlib by {deviation}; faces are encoded by dlib.</source>
            <translation>onnxruntime si scosta da dlib di {deviation}; i volti vengono codificati da dlib.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The model file {name} is not the one that Curator was measured with.</source>
            <translation>Il file di modello {name} non è quello con cui sono state fatte le misure di Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The model file {name} is missing.</source>
            <translation>Manca il file di modello {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The face_recognition library is not part of this installation.</source>
            <translation>La libreria face_recognition non fa parte di questa installazione.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The face finder cannot be started. {reason}</source>
            <translation>La ricerca dei volti non si avvia. {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} is empty.</source>
            <translation>{name} è vuoto.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} has {size:.0f} MB; at most {limit:.0f} MB are taken.</source>
            <translation>{name} è di {size:.0f} MB; se ne accettano al massimo {limit:.0f}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Save the picture smaller and load it again.</source>
            <translation>Salvare l’immagine più piccola e caricarla di nuovo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>The disk that holds the catalogue is full.</source>
            <translation>Il disco che contiene il catalogo è pieno.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Free some space, then go on.</source>
            <translation>Liberare spazio, poi proseguire.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>The catalogue's folder {folder} cannot be written to.</source>
            <translation>Non si può scrivere nella cartella del catalogo {folder}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Check its permissions, or copy the catalogue to another place.</source>
            <translation>Controllarne i permessi, oppure copiare il catalogo altrove.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>The catalogue's folder {folder} could not be used: {reason}.</source>
            <translation>Non è stato possibile usare la cartella del catalogo {folder}: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Check that the disk is connected, then try again.</source>
            <translation>Controllare che il disco sia collegato, poi riprovare.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/bringing.py"></location>
            <source>{name} holds a decision that makes no sense.</source>
            <translation>{name} contiene una decisione priva di senso.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/bringing.py"></location>
            <source>Choose another copy. What was brought in before stays.</source>
            <translation>Scegliere un’altra copia. Ciò che è già stato importato resta.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>There is no catalogue and no backup in {path}.</source>
            <translation>In {path} non c’è né un catalogo né una copia di sicurezza.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>Choose a backup, or the folder of a catalogue.</source>
            <translation>Scegliere una copia di sicurezza o la cartella di un catalogo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{path} is this catalogue itself.</source>
            <translation>{path} è proprio questo catalogo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{name} has {size:.0f} MB; at most {limit:.0f} MB are read.</source>
            <translation>{name} occupa {size:.0f} MB; si leggono al massimo {limit:.0f} MB.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>A change to {name} is half made.</source>
            <translation>Una modifica a {name} è rimasta a metà.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>Open and close that catalogue in Curator there, then try again. Nothing was changed.</source>
            <translation>Aprire e chiudere lì quel catalogo in Curator, poi riprovare. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>Check that its disk is connected. Nothing was changed.</source>
            <translation>Controllare che il disco sia collegato. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{name} is being written to by another program.</source>
            <translation>Un altro programma sta scrivendo in {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>Close that catalogue there, then try again. Nothing was changed.</source>
            <translation>Chiudere lì quel catalogo, poi riprovare. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/source.py"></location>
            <source>{name} is not sound. {what}</source>
            <translation>{name}: copia non integra. {what}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>It is another catalogue, no copy of this one. The pictures are compared byte by byte.</source>
            <translation>È un altro catalogo, non una copia di questo. Le immagini si confrontano byte per byte.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>It has nothing to bring in.</source>
            <translation>Non c’è nulla da importare.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>Decided there by {names}.</source>
            <translation>Deciso lì da {names}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>Something was erased here that this copy may still hold. Its notes, its names and its pictures stay out, so that nothing erased comes back.</source>
            <translation>Qui è stato cancellato qualcosa che questa copia potrebbe ancora contenere. Le sue note, i suoi nomi e le sue immagini restano fuori, perché non ritorni nulla di ciò che è stato cancellato.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>Something was erased there that this catalogue may still hold.</source>
            <translation>Lì è stato cancellato qualcosa che questo catalogo potrebbe ancora contenere.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>It was cancelled. What was brought in until then stays; merging again goes on.</source>
            <translation>Operazione interrotta. Ciò che era già stato importato resta; importando di nuovo si prosegue da lì.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>Nothing was brought in.</source>
            <translation>Non è stato importato nulla.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>Brought in: {n:,} decisions ({verdicts}). Undo takes them back in one step.</source>
            <extracomment>One: Brought in: {n:,} decision ({verdicts}). Undo takes it back.</extracomment>
            <translation>
                <numerusform>Importata {n:,} decisione ({verdicts}). “Annullare” la toglie.</numerusform>
                <numerusform>Importate {n:,} decisioni ({verdicts}). “Annullare” le toglie in un solo passo.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>Brought in: {n:,} pictures. They are looked at as any others.</source>
            <extracomment>One: Brought in: {n:,} picture. It is looked at as any other.</extracomment>
            <translation>
                <numerusform>Importata {n:,} immagine. Viene analizzata come ogni altra.</numerusform>
                <numerusform>Importate {n:,} immagini. Vengono analizzate come tutte le altre.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} decisions would come in: {verdicts}.</source>
            <extracomment>One: {n:,} decision would come in: {verdicts}.</extracomment>
            <translation>
                <numerusform>Si importerebbe {n:,} decisione ({verdicts}).</numerusform>
                <numerusform>Si importerebbero {n:,} decisioni ({verdicts}).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} pictures are only there and would come in, with what was sent with them.</source>
            <extracomment>One: {n:,} picture is only there and would come in, with what was sent with it.</extracomment>
            <translation>
                <numerusform>{n:,} immagine è solo lì e verrebbe importata, con ciò che è stato inviato insieme.</numerusform>
                <numerusform>{n:,} immagini sono solo lì e verrebbero importate, con ciò che è stato inviato insieme.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} pictures are decided alike on both sides.</source>
            <extracomment>One: {n:,} picture is decided alike on both sides.</extracomment>
            <translation>
                <numerusform>Su {n:,} immagine la decisione è la stessa in entrambe le copie.</numerusform>
                <numerusform>Su {n:,} immagini la decisione è la stessa in entrambe le copie.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} pictures are decided otherwise here. They stay as they are here.</source>
            <extracomment>One: {n:,} picture is decided otherwise here. It stays as it is here.</extracomment>
            <translation>
                <numerusform>Per {n:,} immagine la decisione presa qui è diversa. Resta com’è qui.</numerusform>
                <numerusform>Per {n:,} immagini la decisione presa qui è diversa. Restano come sono qui.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} pictures were decided there with another claim or as another kind. They stay undecided here.</source>
            <extracomment>One: {n:,} picture was decided there with another claim or as another kind. It stays undecided here.</extracomment>
            <translation>
                <numerusform>Su {n:,} immagine si è deciso lì con un altro soggetto indicato o un altro tipo. Qui resta da decidere.</numerusform>
                <numerusform>Su {n:,} immagini si è deciso lì con un altro soggetto indicato o un altro tipo. Qui restano da decidere.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} pictures were approved there with faces that were marked otherwise by hand. They stay undecided here.</source>
            <extracomment>One: {n:,} picture was approved there with faces that were marked otherwise by hand. It stays undecided here.</extracomment>
            <translation>
                <numerusform>{n:,} immagine è stata approvata lì con volti segnati diversamente a mano. Qui resta da decidere.</numerusform>
                <numerusform>{n:,} immagini sono state approvate lì con volti segnati diversamente a mano. Qui restano da decidere.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} pictures were approved there and cannot be read here. They stay undecided.</source>
            <extracomment>One: {n:,} picture was approved there and cannot be read here. It stays undecided.</extracomment>
            <translation>
                <numerusform>{n:,} immagine è stata approvata lì e qui non si può leggere. Resta da decidere.</numerusform>
                <numerusform>{n:,} immagini sono state approvate lì e qui non si possono leggere. Restano da decidere.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>What was decided there stands beside it on the desk, until somebody decides it here.</source>
            <translation>Quanto deciso lì compare accanto finché qualcuno decide qui.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} submissions are only there, and their pictures are missing or changed.</source>
            <extracomment>One: {n:,} submission is only there, and its picture is missing or changed.</extracomment>
            <translation>
                <numerusform>{n:,} invio è solo lì, e la sua immagine manca o è cambiata.</numerusform>
                <numerusform>{n:,} invii sono solo lì, e le loro immagini mancano o sono cambiate.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} submissions are only there, and their pictures are not in a backup.</source>
            <extracomment>One: {n:,} submission is only there, and its picture is not in a backup.</extracomment>
            <translation>
                <numerusform>{n:,} invio è solo lì, e una copia di sicurezza non ne contiene l’immagine.</numerusform>
                <numerusform>{n:,} invii sono solo lì, e una copia di sicurezza non ne contiene le immagini.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{n:,} submissions are only there and stay out: they were erased here, or may have been.</source>
            <extracomment>One: {n:,} submission is only there and stays out: it was erased here, or may have been.</extracomment>
            <translation>
                <numerusform>{n:,} invio è solo lì e resta fuori: qui è stato cancellato, o potrebbe esserlo stato.</numerusform>
                <numerusform>{n:,} invii sono solo lì e restano fuori: qui sono stati cancellati, o potrebbero esserlo stati.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{number:,} {verdict}</source>
            <translation>{verdict}: {number:,}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/merging/words.py"></location>
            <source>{names} and others</source>
            <translation>{names} e altri</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} is a link to a file that is not there.</source>
            <translation>{name} è un collegamento a un file che non c’è.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Load the file itself.</source>
            <translation>Caricare il file stesso.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} is no longer there.</source>
            <translation>{name} non c’è più.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Look where it went.</source>
            <translation>Cercare dove è finito.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} may not be read.</source>
            <translation>Manca il permesso di leggere {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Change its permissions, or copy it to your own folder.</source>
            <translation>Cambiarne i permessi, oppure copiarlo in una propria cartella.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} could not be opened: {reason}.</source>
            <translation>Non è stato possibile aprire {name}: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} is a folder, not a picture.</source>
            <translation>{name} è una cartella, non un’immagine.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Load the pictures in it.</source>
            <translation>Caricare le immagini che contiene.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} is a pipe, a socket or a device, not an ordinary file.</source>
            <translation>{name} è una pipe, un socket o un dispositivo, non un file normale.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} could not be read to its end: {reason}.</source>
            <translation>Non è stato possibile leggere {name} fino alla fine: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Copy it to another disk and load it again.</source>
            <translation>Copiarlo su un altro disco e caricarlo di nuovo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>{name} was changed while it was read.</source>
            <translation>{name} è cambiato durante la lettura.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/ordinary_files.py"></location>
            <source>Load it again when it is complete.</source>
            <translation>Caricarlo di nuovo quando è completo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/politicians.py"></location>
            <source>{file} is a reference portrait of {name} already.</source>
            <translation>{file} è già un ritratto di riferimento di {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/politicians.py"></location>
            <source>A photo shows one person: take it out there if it is somebody else.</source>
            <translation>Una foto mostra una persona: toglierla lì se si tratta di qualcun altro.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/politicians.py"></location>
            <source>No politicians were found in it. Curator looks for folders named Country/Name Surname with photos.</source>
            <translation>Non vi si trovano politici. Curator cerca cartelle di nome Paese/Nome Cognome con delle foto.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/erasing.py"></location>
            <source>Some of it was erased, the rest was not. {why}</source>
            <translation>Una parte è stata cancellata, il resto no. {why}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/erasing.py"></location>
            <source>Something is being erased, and that is not done yet.</source>
            <translation>È in corso una cancellazione non ancora conclusa.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/erasing.py"></location>
            <source>Try again when it is. If it was interrupted, Curator’s window goes on with it.</source>
            <translation>Riprovare quando è conclusa. Se è stata interrotta, la finestra di Curator la porta avanti.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/erasing.py"></location>
            <source>Another program reads the database just now.</source>
            <translation>In questo momento un altro programma sta leggendo il database.</translation>
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
            <translation>La cartella delle copie di sicurezza {folder} al momento non è disponibile.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/erasing.py"></location>
            <source>The backup {file} could not be deleted.</source>
            <translation>Non è stato possibile eliminare la copia di sicurezza {file}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>What was sent in</source>
            <translation>Materiale inviato</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>Faces (biometric data)</source>
            <translation>Volti (dati biometrici)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Decisions</source>
            <translation>Decisioni</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>Beside the database</source>
            <translation>Fuori dal database</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} submissions with their pictures and previews: {undecided:,} undecided, {rejected:,} rejected</source>
            <extracomment>One: {n:,} submission with its picture and preview: {undecided:,} undecided, {rejected:,} rejected</extracomment>
            <translation>
                <numerusform>{n:,} invio con immagine e anteprima: {undecided:,} da decidere, {rejected:,} respinti</numerusform>
                <numerusform>{n:,} invii con immagini e anteprime: {undecided:,} da decidere, {rejected:,} respinti</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} senders by name</source>
            <extracomment>One: {n:,} sender by name</extracomment>
            <translation>
                <numerusform>{n:,} nome di mittente</numerusform>
                <numerusform>{n:,} nomi di mittenti</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} file names with the folders or tables that they came from</source>
            <extracomment>One: {n:,} file name with the folder or table that it came from</extracomment>
            <translation>
                <numerusform>{n:,} nome di file con la cartella o la tabella di provenienza</numerusform>
                <numerusform>{n:,} nomi di file con le cartelle o le tabelle di provenienza</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} claims of whom a picture shows</source>
            <extracomment>One: {n:,} claim of whom a picture shows</extracomment>
            <translation>
                <numerusform>{n:,} soggetto indicato per un’immagine</numerusform>
                <numerusform>{n:,} soggetti indicati per le immagini</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} notes</source>
            <extracomment>One: {n:,} note</extracomment>
            <translation>
                <numerusform>{n:,} nota</numerusform>
                <numerusform>{n:,} note</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} things that files say about themselves, such as their programs</source>
            <extracomment>One: {n:,} thing that a file says about itself, such as its program</extracomment>
            <translation>
                <numerusform>{n:,} informazione che un file dà su di sé, per esempio il programma</numerusform>
                <numerusform>{n:,} informazioni che i file danno su di sé, per esempio i programmi</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} attachments of servers noted as fetched, by number</source>
            <extracomment>One: {n:,} attachment of a server noted as fetched, by number</extracomment>
            <translation>
                <numerusform>{n:,} allegato di un server annotato come scaricato, con il suo numero</numerusform>
                <numerusform>{n:,} allegati di server annotati come scaricati, con il loro numero</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} loads under way, with the folders that they read</source>
            <extracomment>One: {n:,} load under way, with the folders that it reads</extracomment>
            <translation>
                <numerusform>{n:,} caricamento in corso, con la cartella che legge</numerusform>
                <numerusform>{n:,} caricamenti in corso, con le cartelle che leggono</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} encodings of submitted faces, kept until they are decided about ({undecided:,} undecided)</source>
            <extracomment>One: {n:,} encoding of a submitted face, kept until it is decided about ({undecided:,} undecided)</extracomment>
            <translation>
                <numerusform>{n:,} codifica di un volto inviato, conservata fino alla decisione ({undecided:,} da decidere)</numerusform>
                <numerusform>{n:,} codifiche di volti inviati, conservate fino alla decisione ({undecided:,} da decidere)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} encodings of faces that are decided about; there should be none: check the catalogue</source>
            <extracomment>One: {n:,} encoding of a face that is decided about; there should be none: check the catalogue</extracomment>
            <translation>
                <numerusform>{n:,} codifica di un volto su cui si è già deciso; non dovrebbe esserci: controllare il catalogo</numerusform>
                <numerusform>{n:,} codifiche di volti su cui si è già deciso; non dovrebbero esserci: controllare il catalogo</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>no encoding of a face that is decided about: it went with the decision</source>
            <translation>nessuna codifica di volti su cui si è già deciso: si cancella al momento della decisione</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} encodings of reference portraits of politicians</source>
            <extracomment>One: {n:,} encoding of a reference portrait of a politician</extracomment>
            <translation>
                <numerusform>{n:,} codifica di un ritratto di riferimento di un politico</numerusform>
                <numerusform>{n:,} codifiche di ritratti di riferimento di politici</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} reference portraits of {politicians:,} politicians</source>
            <extracomment>One: {n:,} reference portrait of {politicians:,} politicians</extracomment>
            <translation>
                <numerusform>{n:,} ritratto di riferimento (politici: {politicians:,})</numerusform>
                <numerusform>{n:,} ritratti di riferimento (politici: {politicians:,})</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} politicians who were taken out of the index, by name</source>
            <extracomment>One: {n:,} politician who was taken out of the index, by name</extracomment>
            <translation>
                <numerusform>{n:,} politico tolto dall’indice, con il nome</numerusform>
                <numerusform>{n:,} politici tolti dall’indice, con il nome</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} frames around faces, with {matches:,} distances to politicians</source>
            <extracomment>One: {n:,} frame around a face, with {matches:,} distances to politicians</extracomment>
            <translation>
                <numerusform>{n:,} riquadro attorno a un volto, con {matches:,} distanze da politici</numerusform>
                <numerusform>{n:,} riquadri attorno a volti, con {matches:,} distanze da politici</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} rows of the decision log, which are never erased and hold no names</source>
            <extracomment>One: {n:,} row of the decision log, which is never erased and holds no names</extracomment>
            <translation>
                <numerusform>{n:,} riga del registro delle decisioni, che non si cancella mai e non contiene nomi</numerusform>
                <numerusform>{n:,} righe del registro delle decisioni, che non si cancellano mai e non contengono nomi</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} names of curators who signed them</source>
            <extracomment>One: {n:,} name of a curator who signed them</extracomment>
            <translation>
                <numerusform>{n:,} nome di un curatore che le ha firmate</numerusform>
                <numerusform>{n:,} nomi di curatori che le hanno firmate</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} notes of curators beside the log</source>
            <extracomment>One: {n:,} note of a curator beside the log</extracomment>
            <translation>
                <numerusform>{n:,} nota di un curatore accanto al registro</numerusform>
                <numerusform>{n:,} note di curatori accanto al registro</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} rows of the log with claimed names beside them</source>
            <extracomment>One: {n:,} row of the log with claimed names beside it</extracomment>
            <translation>
                <numerusform>{n:,} riga del registro con accanto i nomi indicati</numerusform>
                <numerusform>{n:,} righe del registro con accanto i nomi indicati</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} decisions of other copies that differ, with their curators, notes and claims</source>
            <extracomment>One: {n:,} decision of another copy that differs, with its curator, note and claim</extracomment>
            <translation>
                <numerusform>{n:,} decisione diversa di un’altra copia, con curatore, nota e soggetto indicato</numerusform>
                <numerusform>{n:,} decisioni diverse di altre copie, con curatori, note e soggetti indicati</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} saved filters, with the words they look for</source>
            <extracomment>One: {n:,} saved filter, with the words it looks for</extracomment>
            <translation>
                <numerusform>{n:,} filtro salvato, con le parole che cerca</numerusform>
                <numerusform>{n:,} filtri salvati, con le parole che cercano</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} backups of the database, with all of the above but pictures</source>
            <extracomment>One: {n:,} backup of the database, with all of the above but pictures</extracomment>
            <translation>
                <numerusform>{n:,} copia di sicurezza del database, con tutto quanto sopra tranne le immagini</numerusform>
                <numerusform>{n:,} copie di sicurezza del database, con tutto quanto sopra tranne le immagini</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>backups in {folder}, which is not there now</source>
            <translation>copie di sicurezza in {folder}, cartella al momento non disponibile</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>{n:,} exports noted, with their folders; what was published is out of reach</source>
            <extracomment>One: {n:,} export noted, with its folder; what was published is out of reach</extracomment>
            <translation>
                <numerusform>{n:,} esportazione annotata, con la sua cartella; ciò che è stato pubblicato non è più raggiungibile</numerusform>
                <numerusform>{n:,} esportazioni annotate, con le loro cartelle; ciò che è stato pubblicato non è più raggiungibile</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>the log of the program, which names nobody and no file</source>
            <translation>il registro del programma, che non nomina né persone né file</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>the settings of each person: the last catalogue’s folder and the last search</source>
            <translation>le impostazioni di ciascuno: la cartella dell’ultimo catalogo e l’ultima ricerca</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/held.py"></location>
            <source>something erased that can still be read; Curator tries again at the next start</source>
            <translation>dati cancellati ma ancora leggibili; Curator riprova al prossimo avvio</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/looking.py"></location>
            <source>The catalogue and the backups that are there know nobody of the name “{name}”.</source>
            <translation>Nel catalogo e nelle copie di sicurezza disponibili non c’è nessuno di nome “{name}”.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/looking.py"></location>
            <source>Backups in {folder} may: connect its disk and look again.</source>
            <translation>Il nome potrebbe essere nelle copie di sicurezza in {folder}: collegarne il disco e cercare di nuovo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/looking.py"></location>
            <source>Nobody of the name “{name}” sent anything.</source>
            <translation>Non c’è alcun invio di un mittente di nome “{name}”.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/looking.py"></location>
            <source>Check how the name is written.</source>
            <translation>Controllare come è scritto il nome.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/looking.py"></location>
            <source>The grace period has 0 to {most} days.</source>
            <translation>Il periodo di attesa può durare da 0 a {most} giorni.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/looking.py"></location>
            <source>Choose another number of days.</source>
            <translation>Scegliere un altro numero di giorni.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>Erased: {n:,} pictures with their previews; the database was written anew.</source>
            <extracomment>One: Erased: {n:,} picture with its preview; the database was written anew.</extracomment>
            <translation>
                <numerusform>Cancellazione eseguita: {n:,} immagine con l’anteprima; il database è stato riscritto.</numerusform>
                <numerusform>Cancellazione eseguita: {n:,} immagini con le anteprime; il database è stato riscritto.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>Not yet erased for good: some of it can still be read in files.</source>
            <translation>Cancellazione non ancora definitiva: una parte si può ancora leggere nei file.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>Curator tries again at the next start.</source>
            <translation>Curator riprova al prossimo avvio.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} backups were replaced by a new one.</source>
            <extracomment>One: {n:,} backup was replaced by a new one.</extracomment>
            <translation>
                <numerusform>{n:,} copia di sicurezza è stata sostituita da una nuova.</numerusform>
                <numerusform>{n:,} copie di sicurezza sono state sostituite da una nuova.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>No picture was rejected more than {n:,} days ago.</source>
            <extracomment>One: No picture was rejected more than {n:,} day ago.</extracomment>
            <translation>
                <numerusform>Nessuna immagine è stata respinta più di {n:,} giorno fa.</numerusform>
                <numerusform>Nessuna immagine è stata respinta più di {n:,} giorni fa.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} reference portraits that came from them.</source>
            <extracomment>One: {n:,} reference portrait that came from them.</extracomment>
            <translation>
                <numerusform>{n:,} ritratto di riferimento ricavato da queste immagini.</numerusform>
                <numerusform>{n:,} ritratti di riferimento ricavati da queste immagini.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>With each picture go its original and previews, its file names, notes, senders, claims, faces and hashes, and the notes on its decisions.</source>
            <translation>Con ogni immagine si cancellano l’originale e le anteprime, i nomi di file, le note, i mittenti, i soggetti indicati, i volti e gli hash, e le note sulle relative decisioni.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} rejected pictures ({size:,.1f} MB), rejected from {oldest} to {newest}.</source>
            <extracomment>One: {n:,} rejected picture ({size:,.1f} MB), rejected from {oldest} to {newest}.</extracomment>
            <translation>
                <numerusform>{n:,} immagine respinta ({size:,.1f} MB), tra il {oldest} e il {newest}.</numerusform>
                <numerusform>{n:,} immagini respinte ({size:,.1f} MB), tra il {oldest} e il {newest}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} pictures that only {name} sent ({size:,.1f} MB).</source>
            <extracomment>One: {n:,} picture that only {name} sent ({size:,.1f} MB).</extracomment>
            <translation>
                <numerusform>{n:,} immagine inviata solo da {name} ({size:,.1f} MB).</numerusform>
                <numerusform>{n:,} immagini inviate solo da {name} ({size:,.1f} MB).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} pictures that others sent too stay, without what {name} said about them.</source>
            <extracomment>One: {n:,} picture that others sent too stays, without what {name} said about it.</extracomment>
            <translation>
                <numerusform>{n:,} immagine inviata anche da altri resta, senza ciò che ne ha detto {name}.</numerusform>
                <numerusform>{n:,} immagini inviate anche da altri restano, senza ciò che ne ha detto {name}.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>The catalogue no longer knows {name}.</source>
            <translation>Nel catalogo {name} non compare più.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} backups still do, with what {name} sent and said.</source>
            <extracomment>One: {n:,} backup still does, with what {name} sent and said.</extracomment>
            <translation>
                <numerusform>{n:,} copia di sicurezza contiene ancora {name}, con ciò che ha inviato e dichiarato.</numerusform>
                <numerusform>{n:,} copie di sicurezza contengono ancora {name}, con ciò che ha inviato e dichiarato.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{name} with {n:,} reference portraits and their encodings.</source>
            <extracomment>One: {name} with {n:,} reference portrait and its encoding.</extracomment>
            <translation>
                <numerusform>{name}, con {n:,} ritratto di riferimento e la sua codifica.</numerusform>
                <numerusform>{name}, con {n:,} ritratti di riferimento e le loro codifiche.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} rankings of faces that name {name}.</source>
            <extracomment>One: {n:,} ranking of a face that names {name}.</extracomment>
            <translation>
                <numerusform>{n:,} confronto di un volto con {name}.</numerusform>
                <numerusform>{n:,} confronti di volti con {name}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} submissions that claim {name} stay; they claim somebody who is not in the index then.</source>
            <extracomment>One: {n:,} submission that claims {name} stays; it claims somebody who is not in the index then.</extracomment>
            <translation>
                <numerusform>{n:,} invio che indica {name} resta; il soggetto indicato non sarà più nell’indice.</numerusform>
                <numerusform>{n:,} invii che indicano {name} restano; il soggetto indicato non sarà più nell’indice.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>The name stays written in {n:,} claims: correct them, or erase their senders.</source>
            <extracomment>One: The name stays written in {n:,} claim: correct it, or erase its sender.</extracomment>
            <translation>
                <numerusform>Il nome resta scritto {n:,} volta tra i soggetti indicati: correggere, o cancellare il relativo mittente.</numerusform>
                <numerusform>Il nome resta scritto {n:,} volte tra i soggetti indicati: correggere, o cancellare i relativi mittenti.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>The decision log stays: numbers, codes and digests, without names. Undo brings nothing back.</source>
            <translation>Il registro delle decisioni resta: numeri, codici e impronte, senza nomi. “Annullare” non riporta indietro nulla.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} backups are deleted, and a new one is made.</source>
            <extracomment>One: {n:,} backup is deleted, and a new one is made.</extracomment>
            <translation>
                <numerusform>{n:,} copia di sicurezza viene eliminata, e se ne crea una nuova.</numerusform>
                <numerusform>{n:,} copie di sicurezza vengono eliminate, e se ne crea una nuova.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>The folder of backups {folder} is not there now: what is in it is deleted at the first start of Curator with its disk connected.</source>
            <translation>La cartella delle copie di sicurezza {folder} al momento non è disponibile: il contenuto verrà eliminato al primo avvio di Curator con il disco collegato.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>The export in {folder} names {name}, also where it shows no picture: export there again, and publish that.</source>
            <translation>L’esportazione in {folder} nomina {name}, anche dove non mostra immagini: esportare di nuovo lì, e pubblicare la nuova esportazione.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/privacy/words.py"></location>
            <source>{n:,} pictures are still in the export in {folder}: export there again, and publish that.</source>
            <extracomment>One: {n:,} picture is still in the export in {folder}: export there again, and publish that.</extracomment>
            <translation>
                <numerusform>{n:,} immagine è ancora nell’esportazione in {folder}: esportare di nuovo lì, e pubblicare la nuova esportazione.</numerusform>
                <numerusform>{n:,} immagini sono ancora nell’esportazione in {folder}: esportare di nuovo lì, e pubblicare la nuova esportazione.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/receiving.py"></location>
            <source>An error in Curator ended the load.</source>
            <translation>Un errore in Curator ha posto fine al caricamento.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/receiving.py"></location>
            <source>What was loaded stays. Load the rest again, and report the error if it returns.</source>
            <translation>Ciò che è stato caricato resta. Caricare di nuovo il resto e, se l’errore si ripete, segnalarlo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/answers.py"></location>
            <source>Answer</source>
            <translation>Risposta</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/answers.py"></location>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <location filename="../../curator/ui/queue/list_view.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Submissions</source>
            <translation>Invii</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/answers.py"></location>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Language</source>
            <translation>Lingua</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/answers.py"></location>
            <source>Text</source>
            <translation>Testo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/answers.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Sender (internal)</source>
            <translation>Mittente (interno)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/reports/answers.py"></location>
            <source>To {sender} (internal), about submissions {numbers}</source>
            <extracomment>One: To {sender} (internal), about submission {numbers}</extracomment>
            <translation>
                <numerusform>A {sender} (interno), invio: {numbers}</numerusform>
                <numerusform>A {sender} (interno), invii: {numbers}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/reports/answers.py"></location>
            <source>Answer {number}, about submissions {numbers}</source>
            <extracomment>One: Answer {number}, about submission {numbers}</extracomment>
            <translation>
                <numerusform>Risposta {number}, invio: {numbers}</numerusform>
                <numerusform>Risposta {number}, invii: {numbers}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <source>Row</source>
            <translation>Riga</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Step</source>
            <translation>Passo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>What was done</source>
            <translation>Azione</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Undoes row</source>
            <translation>Annulla riga</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Submission</source>
            <translation>Invio</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>SHA-256 of the picture</source>
            <translation>SHA-256 dell’immagine</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>By</source>
            <translation>Curatore</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>At (UTC)</source>
            <translation>Data (UTC)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Verdict then</source>
            <translation>Esito di allora</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Reason</source>
            <translation>Motivo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>From where</source>
            <translation>Provenienza</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Advice seen</source>
            <translation>Consiglio visto</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Faces seen</source>
            <translation>Volti visti</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Rule set</source>
            <translation>Regole</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Program</source>
            <translation>Programma</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>What was changed</source>
            <translation>Che cosa è cambiato</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>Link of the chain</source>
            <translation>Anello della catena</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <source>The link fits</source>
            <translation>Anello coerente</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Note (internal)</source>
            <translation>Nota (interna)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>yes</source>
            <translation>sì</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/decisions.py"></location>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>no</source>
            <translation>no</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/formats.py"></location>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>{file} did not come back from the disk as it was written.</source>
            <translation>{file}, riletto dal disco, non è ciò che è stato scritto.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/formats.py"></location>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>Check the disk, then try again. Nothing was changed.</source>
            <translation>Controllare il disco, poi riprovare. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/phrases.py"></location>
            <source>Answers are not written in “{language}”.</source>
            <translation>Non esistono risposte in lingua “{language}”.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/phrases.py"></location>
            <source>Choose one of: {languages}.</source>
            <translation>Sceglierne una: {languages}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/phrases.py"></location>
            <source>The file {name} of Curator is missing or damaged.</source>
            <translation>Il file {name} di Curator manca o è danneggiato.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/phrases.py"></location>
            <location filename="../../curator/engine/resources.py"></location>
            <source>Install Curator again.</source>
            <translation>Installare di nuovo Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Free some space or choose another disk, then try again. Nothing was changed.</source>
            <translation>Liberare spazio o scegliere un altro disco, poi riprovare. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Close programs that use it, check that you may write there, or choose another folder. Nothing was changed.</source>
            <translation>Chiudere i programmi che lo usano, controllare che lì si possa scrivere, oppure scegliere un’altra cartella. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>{file} could not be written: {reason}.</source>
            <translation>Non è stato possibile scrivere {file}: {reason}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Check its name and that the disk is connected. Nothing was changed.</source>
            <translation>Controllare il nome e che il disco sia collegato. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Name a file on it.</source>
            <translation>Indicare un file al suo interno.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>There is no folder {folder}.</source>
            <translation>La cartella {folder} non esiste.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Make it first, or choose another.</source>
            <translation>Crearla prima, oppure sceglierne un’altra.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>{target} is a folder.</source>
            <translation>{target} è una cartella.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Name a file in it.</source>
            <translation>Indicare un file al suo interno.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>{file} is a device or a pipe.</source>
            <translation>{file} è un dispositivo o una pipe.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Name an ordinary file.</source>
            <translation>Indicare un file normale.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>There is a file {file} already.</source>
            <translation>Il file {file} esiste già.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/placing.py"></location>
            <source>Choose another name, or say that it is to be replaced. Nothing was changed.</source>
            <translation>Scegliere un altro nome, oppure indicare che va sostituito. Non è stato modificato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/export/model.py"></location>
            <source>Number</source>
            <translation>Numero</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Kind</source>
            <translation>Tipo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>How it was made</source>
            <translation>Come è stato creato</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Claimed politician</source>
            <translation>Politico indicato</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>In the index</source>
            <translation>Nell’indice</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Verdict</source>
            <translation>Esito</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Advice</source>
            <translation>Consiglio</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Advised reason</source>
            <translation>Motivo consigliato</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Distance</source>
            <translation>Distanza</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Word for it</source>
            <translation>Distanza in parole</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Compared with</source>
            <translation>Confrontato con</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>What holds against it</source>
            <translation>Che cosa parla contro</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Received</source>
            <translation>Ricevuti</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Source</source>
            <translation>Fonte</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>What the file says of itself</source>
            <translation>Che cosa dice di sé il file</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Decided by</source>
            <translation>Deciso da</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Decided at (UTC)</source>
            <translation>Deciso il (UTC)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>File name (internal)</source>
            <translation>Nome del file (interno)</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>waiting</source>
            <translation>in attesa</translation>
        </message>
        <message>
            <location filename="../../curator/engine/reports/submissions.py"></location>
            <source>Other</source>
            <translation>Altro</translation>
        </message>
        <message>
            <location filename="../../curator/engine/resources.py"></location>
            <source>Curator's own files are missing: {place} was not found.</source>
            <translation>Mancano file di Curator: {place} non si trova.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/rules.py"></location>
            <source>The thresholds contradict each other.</source>
            <translation>Le soglie si contraddicono.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/rules.py"></location>
            <source>Each band must end before the next one does. Correct them or restore the defaults.</source>
            <translation>Ogni fascia deve finire prima della successiva. Correggerle o ripristinare i valori predefiniti.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/backups.py"></location>
            <source>Another backup of this catalogue is being made.</source>
            <translation>È già in corso un’altra copia di sicurezza di questo catalogo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/backups.py"></location>
            <source>Try again when it is done.</source>
            <translation>Riprovare quando è conclusa.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/safekeeping/repair.py"></location>
            <source>Made previews and thumbnails of {n} pictures anew.</source>
            <extracomment>One: Made preview and thumbnail of {n} picture anew.</extracomment>
            <translation>
                <numerusform>Ricreate anteprima e miniatura di {n} immagine.</numerusform>
                <numerusform>Ricreate anteprime e miniature di {n} immagini.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/repair.py"></location>
            <source>No backup could be made before, for an index of the database is damaged.</source>
            <translation>Prima non è stato possibile creare una copia di sicurezza, perché un indice del database è danneggiato.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/repair.py"></location>
            <source>No preview of {what} could be made: {why}</source>
            <translation>Non è stato possibile creare un’anteprima di {what}: {why}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>There is no backup named {name}.</source>
            <translation>Non c’è alcuna copia di sicurezza di nome {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>“curator backups” lists those that there are.</source>
            <translation>“curator backups” elenca quelle disponibili.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>{file} is a backup of another catalogue.</source>
            <translation>{file} è una copia di sicurezza di un altro catalogo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>Put it into a new folder under the name “catalogue.db”, and open that.</source>
            <translation>Metterla in una cartella nuova con il nome “catalogue.db”, e aprire quella cartella.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>Nothing was changed. Choose another backup.</source>
            <translation>Non è stato modificato nulla. Scegliere un’altra copia di sicurezza.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>This backup is from before something was erased, and would bring it back.</source>
            <translation>Questa copia di sicurezza precede una cancellazione, e riporterebbe ciò che è stato cancellato.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/restoring.py"></location>
            <source>Choose a newer one.</source>
            <translation>Sceglierne una più recente.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/verification.py"></location>
            <source>The picture of {what} is missing.</source>
            <translation>Manca un’immagine: {what}.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/verification.py"></location>
            <source>The picture of {what} was changed or cannot be read.</source>
            <translation>Un’immagine è stata modificata o non si può leggere: {what}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/safekeeping/verification.py"></location>
            <source>The previews or thumbnails of {n} pictures are missing or damaged.</source>
            <extracomment>One: The preview or thumbnail of {n} picture is missing or damaged.</extracomment>
            <translation>
                <numerusform>L’anteprima o la miniatura di {n} immagine manca o è danneggiata.</numerusform>
                <numerusform>Le anteprime o le miniature di {n} immagini mancano o sono danneggiate.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/verification.py"></location>
            <source>the reference portrait {file} of {name}</source>
            <translation>il ritratto di riferimento {file} di {name}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/safekeeping/verification.py"></location>
            <source>submission {number} ({file})</source>
            <translation>invio {number} ({file})</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/safekeeping/verification.py"></location>
            <source>{n} pictures in the folder “media” belong to nothing in the catalogue; a restored backup may not know of them. Nothing was done to them.</source>
            <extracomment>One: {n} picture in the folder “media” belongs to nothing in the catalogue; a restored backup may not know of it. Nothing was done to it.</extracomment>
            <translation>
                <numerusform>{n} immagine nella cartella “media” non appartiene a nulla nel catalogo; forse una copia di sicurezza ripristinata non la conosce. Non è stata toccata.</numerusform>
                <numerusform>{n} immagini nella cartella “media” non appartengono a nulla nel catalogo; forse una copia di sicurezza ripristinata non le conosce. Non sono state toccate.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/tokens.py"></location>
            <source>This computer has no keyring that keeps tokens safe.</source>
            <translation>Questo computer non ha un portachiavi che custodisca i token in sicurezza.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/tokens.py"></location>
            <source>The token is asked for each time instead.</source>
            <translation>Il token viene invece chiesto ogni volta.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/tokens.py"></location>
            <source>The system's keyring did not take or give the token.</source>
            <translation>Il portachiavi del sistema non ha accettato o fornito il token.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/tokens.py"></location>
            <source>Unlock the keyring and try again, or type the token each time.</source>
            <translation>Sbloccare il portachiavi e riprovare, oppure inserire il token ogni volta.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>clear match</source>
            <translation>corrispondenza chiara</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>look closer</source>
            <translation>da guardare meglio</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>reject</source>
            <translation>respingere</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>undecided</source>
            <translation>da decidere</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>approved</source>
            <translation>approvato</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>rejected</source>
            <translation>respinto</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>skipped</source>
            <translation>saltato</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>withdrawn</source>
            <translation>ritirato</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>not the politician</source>
            <translation>non è il politico</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>more than one face</source>
            <translation>più di un volto</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/grid/sections.py"></location>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>no face</source>
            <translation>nessun volto</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>could be someone else</source>
            <translation>potrebbe essere un altro</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>duplicate</source>
            <translation>doppione</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>unsafe</source>
            <translation>non adatto</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>unreadable</source>
            <translation>illeggibile</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>not in the index</source>
            <translation>non nell’indice</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>looks like a real photo</source>
            <translation>sembra una foto vera</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>face too small</source>
            <translation>volto troppo piccolo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>other reason</source>
            <translation>altro motivo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>asked to be taken down</source>
            <translation>richiesta di rimozione</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>approved by mistake</source>
            <translation>approvato per errore</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>ask a colleague</source>
            <translation>chiedere a un collega</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>strong</source>
            <translation>forte</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>good</source>
            <translation>buona</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>possible</source>
            <translation>possibile</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>weak</source>
            <translation>debole</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>no match</source>
            <translation>nessuna corrispondenza</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>deepfake</source>
            <translation>deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>portrait</source>
            <translation>ritratto</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>face swap</source>
            <translation>face swap</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>wholly generated</source>
            <translation>interamente generato</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>montage</source>
            <translation>montaggio</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>approved as a face swap</source>
            <translation>approvato come face swap</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>approved as wholly generated</source>
            <translation>approvato come interamente generato</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>approved as a montage</source>
            <translation>approvato come montaggio</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Decided otherwise in another copy</source>
            <translation>Deciso diversamente in un’altra copia</translation>
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
            <translation>reso ritratto di riferimento di {name}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>face drawn by hand</source>
            <translation>volto disegnato a mano</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>marked as not a face</source>
            <translation>segnato come “non è un volto”</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>note corrected</source>
            <translation>nota modificata</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>kind corrected from {before} to {after}</source>
            <translation>tipo corretto da {before} a {after}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Its kind there: {kind}</source>
            <translation>Tipo lì: {kind}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Its claim there: {name}</source>
            <translation>Soggetto indicato lì: {name}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Its claim was another there.</source>
            <translation>Lì il soggetto indicato era un altro.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Its faces are marked otherwise there.</source>
            <translation>Lì i volti sono segnati diversamente.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>no reference portrait of {name} any more</source>
            <translation>non più ritratto di riferimento di {name}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>One face, in profile</source>
            <translation>Un volto, di profilo</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>One face, blurred</source>
            <translation>Un volto, sfocato</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>One face</source>
            <translation>Un volto</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{size}, sharp</source>
            <translation>{size}, nitido</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>{n} faces, all like the claim</source>
            <extracomment>One: {n} face, like the claim</extracomment>
            <translation>
                <numerusform>{n} volto, come il soggetto indicato</numerusform>
                <numerusform>{n} volti, tutti come il soggetto indicato</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>a collage?</source>
            <translation>un collage?</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>{n} faces, all but one tiny</source>
            <extracomment>One: {n} face, and none tiny</extracomment>
            <translation>
                <numerusform>{n} volto, non minuscolo</numerusform>
                <numerusform>{n} volti, tutti minuscoli tranne uno</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>a bystander?</source>
            <translation>un passante?</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>{n} faces</source>
            <extracomment>One: {n} face</extracomment>
            <translation>
                <numerusform>{n} volto</numerusform>
                <numerusform>{n} volti</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>{n} like the claim</source>
            <extracomment>One: {n} like the claim</extracomment>
            <translation>
                <numerusform>{n} come il soggetto indicato</numerusform>
                <numerusform>{n} come il soggetto indicato</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>none like the claim</source>
            <translation>nessuno come il soggetto indicato</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>No face left</source>
            <translation>Nessun volto rimasto</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>{n} marked as not a face</source>
            <extracomment>One: {n} marked as not a face</extracomment>
            <translation>
                <numerusform>{n} segnato come “non è un volto”</numerusform>
                <numerusform>{n} segnati come “non è un volto”</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>No face found</source>
            <translation>Nessun volto trovato</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{size} px, at least {limit} px</source>
            <translation>{size} px, almeno {limit} px</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The face is small, distances are less sure</source>
            <translation>Il volto è piccolo, le distanze sono meno affidabili</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The face is too small to compare</source>
            <translation>Il volto è troppo piccolo per il confronto</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The face matches the claim</source>
            <translation>Il volto corrisponde al soggetto indicato</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Claim is near, but not nearest</source>
            <translation>Soggetto indicato vicino, ma non il più vicino</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Claim is nearest, but not near</source>
            <translation>Soggetto indicato il più vicino, ma non vicino</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Not {name}</source>
            <translation>Non è {name}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Not the claimed politician</source>
            <translation>Non è il politico indicato</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{distance}, rank {rank}; {name} is nearer, {nearer}</source>
            <translation>{distance}, posto {rank}; più vicino: {name}, {nearer}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{distance}, look closer up to {limit}</source>
            <translation>{distance}, da guardare meglio fino a {limit}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{name} has no reference portraits</source>
            <translation>{name} non ha ritratti di riferimento</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The claimed politician has no reference portraits</source>
            <translation>Il politico indicato non ha ritratti di riferimento</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{name} is not in the index</source>
            <translation>{name} non è nell’indice</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The claimed politician is not in the index</source>
            <translation>Il politico indicato non è nell’indice</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>No politician is claimed, and nobody is near</source>
            <translation>Nessun politico indicato, e nessuno è vicino</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>No politician is claimed</source>
            <translation>Nessun politico indicato</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The face could not be compared</source>
            <translation>Non è stato possibile confrontare il volto</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>with {name}</source>
            <translation>con {name}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Nobody else is near</source>
            <translation>Nessun altro è vicino</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>nobody else in the index</source>
            <translation>nessun altro nell’indice</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Nobody else is as near</source>
            <translation>Nessun altro è così vicino</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>next {name}, {distance:.2f}</source>
            <translation>poi {name}, {distance:.2f}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{name} is nearer</source>
            <translation>{name} ha una distanza minore</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Someone else is nearer</source>
            <translation>Qualcun altro è più vicino</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>by {gap}, less than {limit}</source>
            <translation>differenza {gap}, sotto {limit}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{name} is nearly as near</source>
            <translation>{name} ha quasi la stessa distanza</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Someone else is nearly as near</source>
            <translation>Qualcun altro è quasi altrettanto vicino</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{gap} further, less than {limit}</source>
            <translation>{gap} in più, sotto {limit}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Same picture as submission {number}</source>
            <translation>Stessa immagine dell’invio {number}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Perhaps the same picture as submission {number}</source>
            <translation>Forse la stessa immagine dell’invio {number}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Like submission {number}, but with another face</source>
            <translation>Come l’invio {number}, ma con un altro volto</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Looks like a real photo from the reference portraits</source>
            <translation>Sembra una foto vera presa dai ritratti di riferimento</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The picture cannot be opened</source>
            <translation>L’immagine non si può aprire</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>nearest is {name}, {distance:.2f}</source>
            <translation>il più vicino: {name}, {distance:.2f}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{distance}, match up to {limit}</source>
            <translation>{distance}, corrispondenza fino a {limit}</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>nearly the same picture, mirrored</source>
            <translation>quasi la stessa immagine, specchiata</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>a similar picture, mirrored</source>
            <translation>un’immagine simile, specchiata</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>nearly the same picture</source>
            <translation>quasi la stessa immagine</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>a similar picture</source>
            <translation>un’immagine simile</translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>differs in none of 256 points</source>
            <translation>nessuna differenza in 256 punti</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>differs in {n} of 256 points</source>
            <extracomment>One: differs in {n} of 256 points</extracomment>
            <translation>
                <numerusform>differenza in {n} di 256 punti</numerusform>
                <numerusform>differenza in {n} di 256 punti</numerusform>
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
            <translation>Il programma si sta chiudendo e non accetta altro lavoro.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/jobs.py"></location>
            <source>The work was stopped because the program is closing.</source>
            <translation>Il lavoro è stato fermato perché il programma si sta chiudendo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/process.py"></location>
            <source>The program is closing.</source>
            <translation>Il programma si sta chiudendo.</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/sandbox/protections.py"></location>
            <source>cannot open a connection</source>
            <translation>non può aprire connessioni</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/sandbox/protections.py"></location>
            <source>cannot write, rename or delete a file</source>
            <translation>non può scrivere, rinominare o eliminare file</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/sandbox/protections.py"></location>
            <source>cannot start a program</source>
            <translation>non può avviare programmi</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/sandbox/protections.py"></location>
            <source>can read nothing but Curator's own program files</source>
            <translation>può leggere solo i file di programma di Curator</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/sandbox/protections.py"></location>
            <source>can run no code but what it started with</source>
            <translation>può eseguire solo il codice con cui è partito</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/sandbox/protections.py"></location>
            <source>has a limit of memory</source>
            <translation>ha un limite di memoria</translation>
        </message>
        <message>
            <location filename="../../curator/engine/workers/worker.py"></location>
            <source>The face finder cannot be started ({error}).</source>
            <translation>La ricerca dei volti non si avvia ({error}).</translation>
        </message>
        <message>
            <location filename="../../curator/ui/breaks.py"></location>
            <source>You have been looking at pictures for {minutes} minutes. A short break helps to see clearly.</source>
            <translation>Si guardano immagini da {minutes} minuti. Una breve pausa aiuta a vedere con chiarezza.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/cards.py"></location>
            <source>There is no preview of this picture.</source>
            <translation>Manca l’anteprima di questa immagine.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/cards.py"></location>
            <source>Nobody is named</source>
            <translation>Nessun nome</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/cards.py"></location>
            <source>No. {number}</source>
            <translation>N. {number}</translation>
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
            <translation>Non c’è alcuna immagine da mostrare su un foglio di provini.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>Approve some first, or choose another filter.</source>
            <translation>Approvarne prima qualcuna, oppure scegliere un altro filtro.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>For internal use</source>
            <translation>Per uso interno</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>Page {page} of {pages}</source>
            <translation>Pagina {page} di {pages}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>For internal use: not to be published or passed on</source>
            <translation>Per uso interno: da non pubblicare né diffondere</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <source>{n:,} deepfakes</source>
            <extracomment>One: {n:,} deepfake</extracomment>
            <translation>
                <numerusform>{n:,} deepfake</numerusform>
                <numerusform>{n:,} deepfake</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{n:,} portraits</source>
            <extracomment>One: {n:,} portrait</extracomment>
            <translation>
                <numerusform>{n:,} ritratto</numerusform>
                <numerusform>{n:,} ritratti</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/contact_sheet/writing.py"></location>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>{n:,} pictures</source>
            <extracomment>One: {n:,} picture</extracomment>
            <translation>
                <numerusform>{n:,} immagine</numerusform>
                <numerusform>{n:,} immagini</numerusform>
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
            <translation>Galleria</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Credit</source>
            <translation>Crediti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Licence</source>
            <translation>Licenza</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Signature</source>
            <translation>Firma</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <source>none</source>
            <translation>niente</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <source>not possible</source>
            <translation>non possibile</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <source>deepfakes, with a new certificate</source>
            <translation>deepfake, con un nuovo certificato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <source>deepfakes, by {organisation}</source>
            <translation>deepfake, a nome di {organisation}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/along.py"></location>
            <location filename="../../curator/ui/export/lines.py"></location>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <location filename="../../curator/ui/log/model.py"></location>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>nobody</source>
            <translation>nessuno</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/colleagues.py"></location>
            <location filename="../../curator/ui/export/past_pane.py"></location>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Show the folder</source>
            <translation>Mostrare la cartella</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/colleagues.py"></location>
            <source>Progress of the file</source>
            <translation>Avanzamento del file</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/colleagues.py"></location>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>For colleagues</source>
            <translation>Per i colleghi</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/colleagues.py"></location>
            <source>Writing {file} …</source>
            <translation>Scrittura di {file} …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/colleagues.py"></location>
            <source>Nothing was written.</source>
            <translation>Non è stato scritto nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/course.py"></location>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <location filename="../../curator/ui/review/note.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Cancel</source>
            <translation>Interrompere</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/course.py"></location>
            <source>Cancelling …</source>
            <translation>Interruzione in corso …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>added</source>
            <translation>aggiunto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>changed</source>
            <translation>modificato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>removed</source>
            <translation>rimosso</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>left out</source>
            <translation>escluso</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>unchanged</source>
            <translation>invariato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>English</source>
            <translation>Inglese</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Italian</source>
            <translation>Italiano</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>German</source>
            <translation>Tedesco</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>French</source>
            <translation>Francese</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>not in the index: the name is exported as it was sent</source>
            <translation>non nell’indice: il nome si esporta come ricevuto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>its file says that more of it was made with AI than its label will say</source>
            <translation>il suo file dice che l’IA ne ha creato più di quanto dirà l’etichetta</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{count:,} {what}</source>
            <translation>{what} ({count:,})</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Nothing was exported from this catalogue before.</source>
            <translation>Da questo catalogo non è ancora stato esportato nulla.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Last export: {moment}, {n:,} pictures.</source>
            <extracomment>One: Last export: {moment}, {n:,} picture.</extracomment>
            <translation>
                <numerusform>Ultima esportazione: {moment}, {n:,} immagine.</numerusform>
                <numerusform>Ultima esportazione: {moment}, {n:,} immagini.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Credit and licence also go onto {n:,} portraits. Are they the campaign's own?</source>
            <extracomment>One: Credit and licence also go onto {n:,} portrait. Is it the campaign's own?</extracomment>
            <translation>
                <numerusform>Crediti e licenza vanno anche su {n:,} ritratto. Appartiene alla campagna?</numerusform>
                <numerusform>Crediti e licenza vanno anche su {n:,} ritratti. Appartengono alla campagna?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Making {done:,} of {n:,} pictures</source>
            <extracomment>One: Making {done:,} of {n:,} picture</extracomment>
            <translation>
                <numerusform>Creazione: {done:,} di {n:,} immagine</numerusform>
                <numerusform>Creazione: {done:,} di {n:,} immagini</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Writing the gallery: {done:,} of {n:,} pictures</source>
            <extracomment>One: Writing the gallery: {done:,} of {n:,} picture</extracomment>
            <translation>
                <numerusform>Scrittura della galleria: {done:,} di {n:,} immagine</numerusform>
                <numerusform>Scrittura della galleria: {done:,} di {n:,} immagini</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Checking {done:,} of {n:,} pictures</source>
            <extracomment>One: Checking {done:,} of {n:,} picture</extracomment>
            <translation>
                <numerusform>Controllo: {done:,} di {n:,} immagine</numerusform>
                <numerusform>Controllo: {done:,} di {n:,} immagini</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>Checking the gallery: {done:,} of {n:,} pictures</source>
            <extracomment>One: Checking the gallery: {done:,} of {n:,} picture</extracomment>
            <translation>
                <numerusform>Controllo della galleria: {done:,} di {n:,} immagine</numerusform>
                <numerusform>Controllo della galleria: {done:,} di {n:,} immagini</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{n:,} added</source>
            <extracomment>One: {n:,} added</extracomment>
            <translation>
                <numerusform>{n:,} aggiunta</numerusform>
                <numerusform>{n:,} aggiunte</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{n:,} changed</source>
            <extracomment>One: {n:,} changed</extracomment>
            <translation>
                <numerusform>{n:,} modificata</numerusform>
                <numerusform>{n:,} modificate</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} withdrawn</source>
            <extracomment>One: {n:,} withdrawn</extracomment>
            <translation>
                <numerusform>{n:,} ritirato</numerusform>
                <numerusform>{n:,} ritirati</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{n:,} removed</source>
            <extracomment>One: {n:,} removed</extracomment>
            <translation>
                <numerusform>{n:,} rimossa</numerusform>
                <numerusform>{n:,} rimosse</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{n:,} pictures stand in {folder} ({size}): {changes}. Every file was read again and checked.</source>
            <extracomment>One: {n:,} picture stands in {folder} ({size}): {changes}. Every file was read again and checked.</extracomment>
            <translation>
                <numerusform>{n:,} immagine si trova in {folder} ({size}): {changes}. Ogni file è stato riletto e controllato.</numerusform>
                <numerusform>{n:,} immagini si trovano in {folder} ({size}): {changes}. Ogni file è stato riletto e controllato.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>nothing changed</source>
            <translation>nessuna modifica</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{n:,} of the files are signed.</source>
            <extracomment>One: {n:,} of the files is signed.</extracomment>
            <translation>
                <numerusform>Di questi file, {n:,} è firmato.</numerusform>
                <numerusform>Di questi file, {n:,} sono firmati.</numerusform>
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
            <translation>Con questa esportazione</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/model.py"></location>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <source>Shows</source>
            <translation>Mostra</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/model.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Office</source>
            <translation>Carica</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/model.py"></location>
            <source>Why</source>
            <translation>Perché</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <location filename="../../curator/ui/export/side.py"></location>
            <location filename="../../curator/ui/export/site_pane.py"></location>
            <source>What goes along</source>
            <translation>Opzioni</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Write the gallery as well</source>
            <translation>Scrivere anche la galleria</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>Title</source>
            <translation>Titolo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>the usual one, in each language</source>
            <translation>quello abituale, in ogni lingua</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>nobody is named</source>
            <translation>non indicato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>a name or an address</source>
            <translation>un nome o un indirizzo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Pages that open from the folder and from a server. They load nothing from elsewhere.</source>
            <translation>Pagine che si aprono dalla cartella e da un server. Non caricano nulla dall’esterno.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Languages of the gallery</source>
            <translation>Lingue della galleria</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>In every picture</source>
            <translation>In ogni immagine</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Written into the files and shown in the gallery. Empty for none.</source>
            <translation>Scritti nei file e mostrati nella galleria. Lasciare vuoto per ometterli.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>Both also go onto portraits. Those are often press photos, which are not the campaign's to give away.</source>
            <translation>Entrambi vanno anche sui ritratti: spesso sono foto giornalistiche, che la campagna non può concedere ad altri.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>The licence leads to {address}</source>
            <translation>La licenza porta a {address}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>The licence is a name without an address.</source>
            <translation>La licenza è un nome senza indirizzo.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/options_form.py"></location>
            <source>A gallery needs at least one language.</source>
            <translation>Una galleria ha bisogno di almeno una lingua.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/window/rail.py"></location>
            <source>Export</source>
            <translation>Esportazione</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>For whom</source>
            <translation>Per chi</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>For the site</source>
            <translation>Per il sito</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <location filename="../../curator/ui/export/past_pane.py"></location>
            <source>Past exports</source>
            <translation>Precedenti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>stands there whole</source>
            <translation>al suo posto, integra</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>replaced by a newer one</source>
            <translation>sostituita da una più recente</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>something else is there</source>
            <translation>lì c’è altro</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>the folder is not there</source>
            <translation>la cartella non c’è</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>the folder cannot be read</source>
            <translation>la cartella non si può leggere</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>Written</source>
            <translation>Scritta</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <location filename="../../curator/ui/export/side.py"></location>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Folder</source>
            <translation>Cartella</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>Now</source>
            <translation>Stato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>{n:,}</source>
            <translation>{n:,}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>looking …</source>
            <translation>verifica …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_model.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>not known</source>
            <translation>sconosciuto</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/past_model.py"></location>
            <source>{n:,} files are missing or changed</source>
            <extracomment>One: {n:,} file is missing or changed</extracomment>
            <translation>
                <numerusform>{n:,} file manca o è cambiato</numerusform>
                <numerusform>{n:,} file mancano o sono cambiati</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_pane.py"></location>
            <source>Nothing was exported yet</source>
            <translation>Ancora nessuna esportazione</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_pane.py"></location>
            <source>Each export for the site is listed here, with its folder and whether it still stands there.</source>
            <translation>Qui si elencano tutte le esportazioni per il sito, con la cartella e se si trovano ancora lì.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_pane.py"></location>
            <source>Looked at are the list of files and their sizes. Export again to make one whole.</source>
            <translation>Si controllano l’elenco dei file e le loro dimensioni. Per completarne una, esportare di nuovo.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/past_pane.py"></location>
            <source>{folder}: {state}.</source>
            <translation>{folder}: {state}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>What the export would do</source>
            <translation>Che cosa farebbe l’esportazione</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>Dry run</source>
            <translation>Prova</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>Nothing is written until you say so. Enter or a double click puts a picture on the desk.</source>
            <translation>Prima di “Esportare” non si scrive nulla. Enter o un doppio clic porta un’immagine sul banco.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>Nothing of that kind</source>
            <translation>Nulla di questo tipo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>No picture is listed under the chosen filters.</source>
            <translation>Con i filtri scelti non è elencata alcuna immagine.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>Nothing to export</source>
            <translation>Nulla da esportare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/plan_view.py"></location>
            <source>Approved pictures are listed here, with what changed since the last export.</source>
            <translation>Qui si elencano le immagini approvate, con ciò che è cambiato dall’ultima esportazione.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>Writing {file}: {done:,} of {total:,}</source>
            <translation>Scrittura di {file}: {done:,} di {total:,}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>The log does not fit its chain, first at row {row}. Check the catalogue in the settings.</source>
            <translation>Il registro non coincide con la sua catena, per la prima volta alla riga {row}. Controllare il catalogo nelle impostazioni.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>{n:,} answers stand in {file} ({size}).</source>
            <extracomment>One: {n:,} answer stands in {file} ({size}).</extracomment>
            <translation>
                <numerusform>{n:,} risposta si trova in {file} ({size}).</numerusform>
                <numerusform>{n:,} risposte si trovano in {file} ({size}).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>{n:,} rows stand in {file} ({size}).</source>
            <extracomment>One: {n:,} row stands in {file} ({size}).</extracomment>
            <translation>
                <numerusform>{n:,} riga si trova in {file} ({size}).</numerusform>
                <numerusform>{n:,} righe si trovano in {file} ({size}).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>{n:,} pictures stand in {file} ({pages}, {size}).</source>
            <extracomment>One: {n:,} picture stands in {file} ({pages}, {size}).</extracomment>
            <translation>
                <numerusform>{n:,} immagine si trova in {file} ({pages}, {size}).</numerusform>
                <numerusform>{n:,} immagini si trovano in {file} ({pages}, {size}).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>{n:,} pages</source>
            <extracomment>One: {n:,} page</extracomment>
            <translation>
                <numerusform>{n:,} pagina</numerusform>
                <numerusform>{n:,} pagine</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/saved.py"></location>
            <source>{n:,} pictures are not in it because they were called unsafe.</source>
            <extracomment>One: {n:,} picture is not in it because it was called unsafe.</extracomment>
            <translation>
                <numerusform>{n:,} immagine non vi compare perché giudicata non adatta.</numerusform>
                <numerusform>{n:,} immagini non vi compaiono perché giudicate non adatte.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>Contact sheet</source>
            <translation>Foglio di provini</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>Pictures on pages of paper, for meetings. Unsafe ones are never in it.</source>
            <translation>Immagini su pagine da stampare, per le riunioni. Quelle non adatte non vi compaiono mai.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>Save the contact sheet …</source>
            <translation>Salvare foglio di provini …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>The approved set</source>
            <translation>Gli invii approvati</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>Paper</source>
            <translation>Carta</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>US Letter</source>
            <translation>US Letter</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>Frame the faces</source>
            <translation>Riquadri sui volti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>What the review page lists: {what}</source>
            <translation>Elenco della revisione: {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>contact sheet</source>
            <translation>foglio di provini</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>PDF files</source>
            <translation>File PDF</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/sheet_section.py"></location>
            <source>Approved pictures</source>
            <translation>Immagini approvate</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Looking at the approved set …</source>
            <translation>Lettura degli invii approvati …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Change what goes along …</source>
            <translation>Modificare le opzioni …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Choose folder …</source>
            <translation>Scegliere cartella …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Write it all the same</source>
            <translation>Scrivere comunque</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Write the export</source>
            <translation>Esportare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Open the gallery</source>
            <translation>Aprire la galleria</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Progress of the export</source>
            <translation>Avanzamento dell’esportazione</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/side.py"></location>
            <source>{n:,} pictures would be published</source>
            <extracomment>One: {n:,} picture would be published</extracomment>
            <translation>
                <numerusform>Si pubblicherebbe {n:,} immagine</numerusform>
                <numerusform>Si pubblicherebbero {n:,} immagini</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Nothing is approved yet</source>
            <translation>Non c’è ancora nulla di approvato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>With this export: {changes}.</source>
            <translation>Con questa esportazione: {changes}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Not approved and not exported: {what}.</source>
            <translation>Non approvati e non esportati: {what}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>The dry run could not be made</source>
            <translation>La prova non è riuscita</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Gathering the approved set …</source>
            <translation>Raccolta degli invii approvati …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>What stood in the folder before still stands.</source>
            <translation>Ciò che era nella cartella c’è ancora.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Nothing was written. What stood in the folder before still stands.</source>
            <translation>Non è stato scritto nulla. Ciò che era nella cartella c’è ancora.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Before the export is written</source>
            <translation>Prima di esportare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>No folder is chosen yet.</source>
            <translation>Non è ancora scelta alcuna cartella.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Another folder …</source>
            <translation>Altra cartella …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>A new, empty or earlier export's folder</source>
            <translation>Una cartella nuova, vuota o di un’esportazione precedente</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Proves that a deepfake left your campaign as it is. Whoever saves it anew loses the proof.</source>
            <translation>Dimostra che un deepfake è uscito dalla campagna così com’è. Chi lo salva di nuovo perde la prova.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Sign deepfakes (C2PA)</source>
            <translation>Firmare i deepfake (C2PA)</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Bring the campaign's own certificate …</source>
            <translation>Usare il certificato della campagna …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Go back to a certificate from Curator …</source>
            <translation>Tornare a un certificato di Curator …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Remove it and go back</source>
            <translation>Eliminare e tornare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Leave it as it is</source>
            <translation>Lasciare com’è</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Certificate …</source>
            <translation>Certificato …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Private key …</source>
            <translation>Chiave privata …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Sign with it</source>
            <translation>Usare questo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>The certificate, as a PEM file</source>
            <translation>Il certificato, come file PEM</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Its private key, as a PEM file</source>
            <translation>La sua chiave privata, come file PEM</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Two PEM files: the certificate with those above it, and its key without a password. Both are copied into the catalogue's folder.</source>
            <translation>Due file PEM: il certificato con quelli superiori e la sua chiave senza password. Entrambi vengono copiati nella cartella del catalogo.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>The certificate names {organisation} and holds until {day}. What is signed with it is valid as long.</source>
            <translation>Intestatario del certificato: {organisation}; scadenza: {day}. Fino ad allora è valido anche ciò che si firma con esso.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>Curator makes a certificate with the first signed export. It names {organisation} and holds ten years.</source>
            <translation>Con la prima esportazione firmata Curator crea un certificato, intestato a {organisation} e valido dieci anni.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>The campaign's certificate and the copy of its key are deleted from the catalogue's folder. Keep your own. With the next export all deepfakes are signed anew.</source>
            <translation>Il certificato della campagna e la copia della sua chiave vengono eliminati dalla cartella del catalogo. Conservare gli originali. Con la prossima esportazione tutti i deepfake vengono firmati di nuovo.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>PEM files</source>
            <translation>File PEM</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <location filename="../../curator/ui/window/file_choice.py"></location>
            <source>All files</source>
            <translation>Tutti i file</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/signing_section.py"></location>
            <source>not chosen yet</source>
            <translation>non ancora scelto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/site_pane.py"></location>
            <source>Back to the dry run</source>
            <translation>Tornare alla prova</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/site_pane.py"></location>
            <source>Kept for the next time. A change holds at once.</source>
            <translation>Restano per la prossima volta. Ogni modifica vale subito.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>CSV with commas</source>
            <translation>CSV con virgole</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>CSV with semicolons</source>
            <translation>CSV con punti e virgola</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>CSV with tabs</source>
            <translation>CSV con tab</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>JSON Lines</source>
            <translation>JSON Lines</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Text to copy from</source>
            <translation>Testo da copiare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Format</source>
            <translation>Formato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Verdicts, all while none is chosen</source>
            <translation>Esiti; se non se ne sceglie nessuno, tutti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>This file will name people: keep it inside the campaign, and delete it when it is used.</source>
            <translation>Questo file conterrà nomi di persone: tenerlo all’interno della campagna ed eliminarlo dopo l’uso.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>One row each, of all or of some verdicts. People are named only if you tick it.</source>
            <translation>Una riga per invio, di tutti gli esiti o di alcuni. Le persone sono nominate solo se si spunta la casella.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Save the table …</source>
            <translation>Salvare tabella …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>submissions</source>
            <translation>invii</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>With notes</source>
            <translation>Con le note</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>With file names</source>
            <translation>Con i nomi dei file</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>With senders</source>
            <translation>Con i mittenti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>The whole log, each row with its link, so that a colleague can check the chain.</source>
            <translation>L’intero registro, ogni riga con il suo anello, perché un collega possa controllare la catena.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Save the log …</source>
            <translation>Salvare registro …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>decisions</source>
            <translation>decisioni</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Answers to senders</source>
            <translation>Risposte ai mittenti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>One text a sender, about what was decided. Look each over before you send it.</source>
            <translation>Un testo per mittente, su ciò che è stato deciso. Rileggere ciascuno prima di inviarlo.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>Save the answers …</source>
            <translation>Salvare risposte …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>answers</source>
            <translation>risposte</translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/table_sections.py"></location>
            <source>With senders and their file names</source>
            <translation>Con i mittenti e i nomi dei loro file</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Fetch from NocoDB</source>
            <translation>Scaricare da NocoDB</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Look first</source>
            <translation>Prima l’anteprima</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Curator shows the first five rows as they would be filed. Nothing is taken in before you say so.</source>
            <translation>Curator mostra le prime cinque righe come verrebbero acquisite. Prima di “Scaricare” non si acquisisce nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Fetch</source>
            <translation>Scaricare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Close</source>
            <translation>Chiudere</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Type the title or the id of the base.</source>
            <translation>Inserire il titolo o l’ID della base.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Type the title or the id of the table.</source>
            <translation>Inserire il titolo o l’ID della tabella.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Type a token. Whoever looks after the server can make one in NocoDB.</source>
            <translation>Inserire un token. Chi si occupa del server può crearne uno in NocoDB.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Fetch all rows</source>
            <translation>Scaricare tutto</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Fetch {n:,} rows</source>
            <extracomment>One: Fetch {n:,} row</extracomment>
            <translation>
                <numerusform>Scaricare {n:,} riga</numerusform>
                <numerusform>Scaricare {n:,} righe</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/dialog.py"></location>
            <source>Choose the column in which rows are marked, or do not mark them.</source>
            <translation>Scegliere la colonna in cui segnare le righe, oppure non segnarle.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>guessed from the titles</source>
            <translation>dedotte dai titoli</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>the campaign's table “photos”</source>
            <translation>la tabella “photos” della campagna</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>the campaign's table “contributions”</source>
            <translation>la tabella “contributions” della campagna</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>chosen by hand</source>
            <translation>scelte a mano</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>Choice of columns</source>
            <translation>Scelta delle colonne</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>Kind, if not told</source>
            <translation>Tipo, se manca</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>What the columns mean</source>
            <translation>Significato delle colonne</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mapping_form.py"></location>
            <source>no column</source>
            <translation>nessuna</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mark_row.py"></location>
            <source>Column to tick</source>
            <translation>Colonna da spuntare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mark_row.py"></location>
            <source>choose one</source>
            <translation>sceglierne una</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mark_row.py"></location>
            <source>Mark rows as imported on the server:</source>
            <translation>Segnare sul server le righe importate:</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mark_row.py"></location>
            <source>Rows cannot be marked on the server: it has no column of check boxes for it.</source>
            <translation>Sul server le righe non si possono segnare: manca una colonna con caselle di spunta.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/mark_row.py"></location>
            <source>Curator writes nothing else there.</source>
            <translation>Curator non vi scrive nient’altro.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/preview_pane.py"></location>
            <source>Say which column holds the pictures.</source>
            <translation>Indicare quale colonna contiene le immagini.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/preview_pane.py"></location>
            <source>Reading the rows again</source>
            <translation>Rilettura delle righe</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/preview_pane.py"></location>
            <source>The table has no rows</source>
            <translation>La tabella non ha righe</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/fetch/preview_pane.py"></location>
            <source>The first {n} rows, as they would be filed</source>
            <extracomment>One: The first row, as it would be filed</extracomment>
            <translation>
                <numerusform>La prima riga, come verrebbe acquisita</numerusform>
                <numerusform>Le prime {n} righe, come verrebbero acquisite</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/fetch/preview_pane.py"></location>
            <source>{shown} of {n:,} rows, as they would be filed</source>
            <extracomment>One: {shown} of {n:,} row, as it would be filed</extracomment>
            <translation>
                <numerusform>{shown} di {n:,} riga, come verrebbe acquisita</numerusform>
                <numerusform>{shown} di {n:,} righe, come verrebbero acquisite</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/fetch/preview_pane.py"></location>
            <source>{n} more warnings</source>
            <extracomment>One: {n} more warning</extracomment>
            <translation>
                <numerusform>{n} altra avvertenza</numerusform>
                <numerusform>{n} altre avvertenze</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <source>{name} (not in the index)</source>
            <translation>{name} (non nell’indice)</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>nothing</source>
            <translation>nulla</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/rows_model.py"></location>
            <source>no picture</source>
            <translation>senza immagine</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/rows_table.py"></location>
            <source>The first rows as they would be filed</source>
            <translation>Le prime righe, come verrebbero acquisite</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>title or id</source>
            <translation>titolo o ID</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Keep it in this computer's keyring</source>
            <translation>Conservare nel portachiavi del computer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Forget it</source>
            <translation>Dimenticarlo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Look at the table</source>
            <translation>Mostrare l’anteprima</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Address of the server</source>
            <translation>Indirizzo del server</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Base</source>
            <translation>Base</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Table</source>
            <translation>Tabella</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Token</source>
            <translation>Token</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>Look again</source>
            <translation>Aggiornare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>the one that is kept</source>
            <translation>quello conservato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>One is kept in this computer's keyring.</source>
            <translation>Ce n’è uno nel portachiavi di questo computer.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/source_form.py"></location>
            <source>This computer has no safe keyring: the token is asked for each time.</source>
            <translation>Questo computer non ha un portachiavi sicuro: il token viene chiesto ogni volta.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/waiting.py"></location>
            <source>A server that does not answer is given up after a while. Nothing is taken in yet.</source>
            <translation>Se un server non risponde, dopo un po’ si rinuncia. Non è ancora stato acquisito nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/waiting.py"></location>
            <source>Waiting for the server</source>
            <translation>In attesa del server</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/waiting.py"></location>
            <source>Stop waiting</source>
            <translation>Interrompere</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/waiting.py"></location>
            <source>Asking {host} …</source>
            <translation>Richiesta a {host} …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/wording.py"></location>
            <source>A fetch is the only time that Curator uses the network. It talks to the server that you name here, and to no other computer.</source>
            <translation>Curator usa la rete soltanto per scaricare da NocoDB. Comunica con il server indicato qui, e con nessun altro computer.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/fetch/wording.py"></location>
            <source>A fetch is the only time that Curator uses the network. It talks to {host}, and to no other computer.</source>
            <translation>Curator usa la rete soltanto per scaricare da NocoDB. Comunica con {host}, e con nessun altro computer.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/area.py"></location>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Faces</source>
            <translation>Volti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Select nothing</source>
            <translation>Deselezionare tutto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Undo</source>
            <translation>Annullare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Approve as …</source>
            <translation>Approvare come …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Set aside for a colleague</source>
            <translation>Mettere da parte per un collega</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Approve {n:,}</source>
            <translation>Approvare {n:,}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Reject {n:,} …</source>
            <translation>Respingere {n:,} …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Skip {n:,}</source>
            <translation>Saltare {n:,}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Ask {n:,}</source>
            <translation>Chiedere per {n:,}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Approve</source>
            <translation>Approvare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Reject …</source>
            <translation>Respingere …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Skip</source>
            <translation>Saltare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Ask</source>
            <translation>Chiedere</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>{n:,} submissions</source>
            <extracomment>One: {n:,} submission</extracomment>
            <translation>
                <numerusform>{n:,} invio</numerusform>
                <numerusform>{n:,} invii</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Decide about the selected faces</source>
            <translation>Decidere sui volti selezionati</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Back to the desk</source>
            <translation>Tornare al banco</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <location filename="../../curator/ui/window/rail.py"></location>
            <source>Politicians</source>
            <translation>Politici</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Whose faces?</source>
            <translation>Volti di chi?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Smaller faces</source>
            <translation>Volti più piccoli</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Larger faces</source>
            <translation>Volti più grandi</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>{n:,} pictures, nearest first</source>
            <extracomment>One: {n:,} picture, nearest first</extracomment>
            <translation>
                <numerusform>{n:,} immagine, prima i più vicini</numerusform>
                <numerusform>{n:,} immagini, prima le più vicine</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>All in the filter</source>
            <translation>Tutti nel filtro</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Whose faces are shown: {name}</source>
            <translation>Volti mostrati: {name}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>{n:,} new, refresh</source>
            <extracomment>One: {n:,} new, refresh</extracomment>
            <translation>
                <numerusform>{n:,} nuovo, aggiornare</numerusform>
                <numerusform>{n:,} nuovi, aggiornare</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Sort again</source>
            <translation>Riordinare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Nothing is selected. Click a face, or go to one and press Space.</source>
            <translation>Non è selezionato nulla. Fare clic su un volto, o raggiungerne uno e premere Space.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Not all of the selected are approved, and only those can be withdrawn.</source>
            <translation>Non tutti i selezionati sono approvati, e solo gli approvati si possono ritirare.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>{n:,} are selected. At most {most:,} are decided at once: nobody has looked at so many.</source>
            <translation>Selezionati: {n:,}. Se ne possono decidere al massimo {most:,} alla volta: nessuno ne ha guardati così tanti.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>There is nothing to undo.</source>
            <translation>Non c’è nulla da annullare.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>There is nothing to do again.</source>
            <translation>Non c’è nulla da ripetere.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Undone for {n:,} pictures.</source>
            <extracomment>One: Undone for {n:,} picture.</extracomment>
            <translation>
                <numerusform>Annullato per {n:,} immagine.</numerusform>
                <numerusform>Annullato per {n:,} immagini.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Done again for {n:,} pictures.</source>
            <extracomment>One: Done again for {n:,} picture.</extracomment>
            <translation>
                <numerusform>Ripetuto per {n:,} immagine.</numerusform>
                <numerusform>Ripetuto per {n:,} immagini.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Select the others</source>
            <translation>Selezionare gli altri</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>No faces of this politician</source>
            <translation>Nessun volto di questo politico</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Nothing in the filter claims them any more. Choose “All in the filter” above.</source>
            <translation>Nel filtro nessun invio lo indica più. Scegliere sopra “Tutti nel filtro”.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>No submissions yet</source>
            <translation>Ancora nessun invio</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Drop pictures or folders here, or load them on the desk. Their faces will stand here.</source>
            <translation>Trascinare qui immagini o cartelle, o caricarle dal banco. I volti compariranno qui.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Nothing fits</source>
            <translation>Nessun risultato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>The filter of the desk lets nothing through. Go back and change it, or load more pictures.</source>
            <translation>Il filtro del banco non lascia passare nulla. Tornare indietro e cambiarlo, o caricare altre immagini.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/sections.py"></location>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <source>not compared</source>
            <translation>non confrontato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/sections.py"></location>
            <source>cannot be opened</source>
            <translation>non si può aprire</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>Nothing selected. Click or drag with the mouse, or use the arrows and Space.</source>
            <translation>Nessuna selezione. Fare clic o trascinare con il mouse, o usare le frecce e Space.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} selected</source>
            <extracomment>One: {n:,} selected</extracomment>
            <translation>
                <numerusform>{n:,} selezionato</numerusform>
                <numerusform>{n:,} selezionati</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} not analysed yet</source>
            <extracomment>One: {n:,} not analysed yet</extracomment>
            <translation>
                <numerusform>{n:,} non ancora analizzato</numerusform>
                <numerusform>{n:,} non ancora analizzati</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} cannot be opened</source>
            <extracomment>One: {n:,} cannot be opened</extracomment>
            <translation>
                <numerusform>{n:,} non si può aprire</numerusform>
                <numerusform>{n:,} non si possono aprire</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} selected: {details}</source>
            <extracomment>One: {n:,} selected: {details}</extracomment>
            <translation>
                <numerusform>{n:,} selezionato: {details}</numerusform>
                <numerusform>{n:,} selezionati: {details}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} undecided</source>
            <extracomment>One: {n:,} undecided</extracomment>
            <translation>
                <numerusform>{n:,} da decidere</numerusform>
                <numerusform>{n:,} da decidere</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} already approved</source>
            <extracomment>One: {n:,} already approved</extracomment>
            <translation>
                <numerusform>{n:,} già approvato</numerusform>
                <numerusform>{n:,} già approvati</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} already rejected</source>
            <extracomment>One: {n:,} already rejected</extracomment>
            <translation>
                <numerusform>{n:,} già respinto</numerusform>
                <numerusform>{n:,} già respinti</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} set aside</source>
            <extracomment>One: {n:,} set aside</extracomment>
            <translation>
                <numerusform>{n:,} messo da parte</numerusform>
                <numerusform>{n:,} messi da parte</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} set aside for a colleague.</source>
            <extracomment>One: {n:,} set aside for a colleague.</extracomment>
            <translation>
                <numerusform>{n:,} messo da parte per un collega.</numerusform>
                <numerusform>{n:,} messi da parte per un collega.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} approved.</source>
            <extracomment>One: {n:,} approved.</extracomment>
            <translation>
                <numerusform>{n:,} approvato.</numerusform>
                <numerusform>{n:,} approvati.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} rejected: {reason}.</source>
            <extracomment>One: {n:,} rejected: {reason}.</extracomment>
            <translation>
                <numerusform>{n:,} respinto: {reason}.</numerusform>
                <numerusform>{n:,} respinti: {reason}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} skipped.</source>
            <extracomment>One: {n:,} skipped.</extracomment>
            <translation>
                <numerusform>{n:,} saltato.</numerusform>
                <numerusform>{n:,} saltati.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} withdrawn: the next export goes without them.</source>
            <extracomment>One: {n:,} withdrawn: the next export goes without it.</extracomment>
            <translation>
                <numerusform>{n:,} ritirato: non farà parte della prossima esportazione.</numerusform>
                <numerusform>{n:,} ritirati: non faranno parte della prossima esportazione.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} decided.</source>
            <extracomment>One: {n:,} decided.</extracomment>
            <translation>
                <numerusform>{n:,} deciso.</numerusform>
                <numerusform>{n:,} decisi.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} were left out, because they have not been analysed yet.</source>
            <extracomment>One: {n:,} was left out, because it has not been analysed yet.</extracomment>
            <translation>
                <numerusform>{n:,} è rimasto escluso, perché non è ancora stato analizzato.</numerusform>
                <numerusform>{n:,} sono rimasti esclusi, perché non sono ancora stati analizzati.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>None of the {n:,} has been analysed yet, so nobody has seen them. Wait until they have been.</source>
            <extracomment>One: It has not been analysed yet, so nobody has seen it. Wait until it has been.</extracomment>
            <translation>
                <numerusform>Non è ancora stato analizzato, quindi nessuno l’ha visto. Attendere l’analisi.</numerusform>
                <numerusform>Nessuno dei {n:,} è ancora stato analizzato, quindi nessuno li ha visti. Attendere l’analisi.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>None of the {n:,} can be opened, so they cannot be approved.</source>
            <extracomment>One: It cannot be opened, so it cannot be approved.</extracomment>
            <translation>
                <numerusform>Non si può aprire, quindi non si può approvare.</numerusform>
                <numerusform>Nessuno dei {n:,} si può aprire, quindi non si possono approvare.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>Nothing was approved: {n:,} of the {of:,} selected cannot be opened, so they cannot be approved.</source>
            <extracomment>One: Nothing was approved: {n:,} of the {of:,} selected cannot be opened, so it cannot be approved.</extracomment>
            <translation>
                <numerusform>Non è stato approvato nulla: {n:,} dei {of:,} selezionati non si può aprire, quindi non si può approvare.</numerusform>
                <numerusform>Non è stato approvato nulla: {n:,} dei {of:,} selezionati non si possono aprire, quindi non si possono approvare.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/wording.py"></location>
            <source>asked</source>
            <translation>chiesto</translation>
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
            <translation>nessuno indicato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/wording.py"></location>
            <source>advice: {advice}</source>
            <translation>consiglio: {advice}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Background work</source>
            <translation>Lavoro in secondo piano</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Pause</source>
            <translation>Pausa</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Ends the load; what was loaded stays.</source>
            <translation>Pone fine al caricamento; ciò che è stato caricato resta.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Paused</source>
            <translation>In pausa</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Loading</source>
            <translation>Caricamento</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Analysing</source>
            <translation>Analisi</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <location filename="../../curator/ui/review/zoom_readout.py"></location>
            <source>{n} %</source>
            <translation>{n}%</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Go on</source>
            <translation>Proseguire</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Looking what there is to load …</source>
            <translation>Ricerca di ciò che c’è da caricare …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Loading {done:,} of {total:,}</source>
            <translation>Caricamento: {done:,} di {total:,}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>{n:,} pictures wait for analysis</source>
            <extracomment>One: {n:,} picture waits for analysis</extracomment>
            <translation>
                <numerusform>{n:,} immagine attende l’analisi</numerusform>
                <numerusform>{n:,} immagini attendono l’analisi</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>What was not taken in</source>
            <translation>Che cosa non è stato acquisito</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>What is doubtful</source>
            <translation>Che cosa è dubbio</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>What was refused, and warnings</source>
            <translation>Rifiuti e avvertenze</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>Copy the list</source>
            <translation>Copiare l’elenco</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>Correct what is named here and load it again: what is there already is not loaded twice.</source>
            <translation>Correggere ciò che è elencato qui e ricaricarlo: ciò che c’è già non si carica due volte.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>{n:,} were not taken in</source>
            <extracomment>One: {n:,} was not taken in</extracomment>
            <translation>
                <numerusform>{n:,} file non è stato acquisito</numerusform>
                <numerusform>{n:,} file non sono stati acquisiti</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>{n:,} warnings</source>
            <extracomment>One: {n:,} warning</extracomment>
            <translation>
                <numerusform>{n:,} avvertenza</numerusform>
                <numerusform>{n:,} avvertenze</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>Everything was taken in</source>
            <translation>È stato acquisito tutto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>Taken in, but doubtful:</source>
            <translation>Acquisito, ma dubbio:</translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>{file} cannot be a reference portrait of {name}. {reason}</source>
            <translation>{file} non può essere un ritratto di riferimento di {name}. {reason}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>{names} and {n:,} more</source>
            <extracomment>One: {names} and {n:,} more</extracomment>
            <translation>
                <numerusform>{names} e {n:,} altro</numerusform>
                <numerusform>{names} e altri {n:,}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>{count:,} photos cannot be reference portraits: of {names}.</source>
            <translation>Foto che non possono essere ritratti di riferimento: {count:,}, di {names}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/bindings.py"></location>
            <source>This is no key that a command can have.</source>
            <translation>Questo non è un tasto che un comando possa avere.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/bindings.py"></location>
            <source>A key that is held works without Ctrl, Alt and Shift.</source>
            <translation>Un tasto da tenere premuto funziona senza Ctrl, Alt e Shift.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/bindings.py"></location>
            <source>{key} belongs to “{command}”.</source>
            <translation>{key} appartiene a “{command}”.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>&amp;File</source>
            <translation>&amp;File</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>&amp;Review</source>
            <translation>&amp;Revisione</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>&amp;Picture</source>
            <translation>&amp;Immagine</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>&amp;View</source>
            <translation>&amp;Vista</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>&amp;Help</source>
            <translation>&amp;Aiuto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Deciding and moving</source>
            <translation>Decidere e spostarsi</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Looking</source>
            <translation>Guardare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Window</source>
            <translation>Finestra</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Catalogue</source>
            <translation>Catalogo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Help</source>
            <translation>Aiuto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>New catalogue …</source>
            <translation>Nuovo catalogo …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Open catalogue …</source>
            <translation>Aprire catalogo …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Open the sample catalogue</source>
            <translation>Aprire il catalogo di esempio</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Load pictures …</source>
            <translation>Caricare immagini …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Load a folder …</source>
            <translation>Caricare una cartella …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Fetch from NocoDB …</source>
            <translation>Scaricare da NocoDB …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Import politicians from a folder …</source>
            <translation>Importare politici da una cartella …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Export the approved set …</source>
            <translation>Esportare gli invii approvati …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Your name …</source>
            <translation>Nome del curatore …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Quit</source>
            <translation>Uscire</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Reject with the advised reason</source>
            <translation>Respingere con il motivo consigliato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Reject: not the politician</source>
            <translation>Respingere: non è il politico</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Reject: more than one face</source>
            <translation>Respingere: più di un volto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Reject: no face</source>
            <translation>Respingere: nessun volto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Reject: duplicate</source>
            <translation>Respingere: doppione</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Reject: unsafe, hide at once</source>
            <translation>Respingere: non adatto, nascondere subito</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Ask a colleague</source>
            <translation>Chiedere a un collega</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Withdraw what was approved …</source>
            <translation>Ritirare dagli approvati …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Use as reference portrait …</source>
            <translation>Usare come ritratto di riferimento …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Do again</source>
            <translation>Ripetere</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Next</source>
            <translation>Successivo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Previous</source>
            <translation>Precedente</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Next undecided</source>
            <translation>Successivo da decidere</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Previous undecided</source>
            <translation>Precedente da decidere</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/widgets/fields.py"></location>
            <source>Search</source>
            <translation>Cercare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>More filters</source>
            <translation>Altri filtri</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Say whom it shows …</source>
            <translation>Indicare chi si vede …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Deepfake or portrait</source>
            <translation>Deepfake o ritratto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>Edit the note</source>
            <translation>Modificare la nota</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Draw a missed face</source>
            <translation>Disegnare un volto mancato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Not a face</source>
            <translation>Non è un volto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Grid of faces</source>
            <translation>Griglia dei volti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Compare with the portrait</source>
            <translation>Confrontare con il ritratto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Flicker between the two</source>
            <translation>Alternare le due immagini</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Show near-duplicates</source>
            <translation>Mostrare i quasi doppioni</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Face boxes</source>
            <translation>Riquadri dei volti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Landmarks</source>
            <translation>Punti del volto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Next reference portrait</source>
            <translation>Ritratto di riferimento successivo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Previous reference portrait</source>
            <translation>Ritratto di riferimento precedente</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Next face</source>
            <translation>Volto successivo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Previous face</source>
            <translation>Volto precedente</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Zoom in</source>
            <translation>Ingrandire</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Zoom out</source>
            <translation>Ridurre</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <location filename="../../curator/ui/review/zoom_readout.py"></location>
            <source>Fit the picture</source>
            <translation>Adattare alla vista</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <location filename="../../curator/ui/review/zoom_readout.py"></location>
            <source>Full size</source>
            <translation>Grandezza reale</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Veil pictures</source>
            <translation>Velare le immagini</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Look at a veiled picture</source>
            <translation>Guardare un’immagine velata</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Full screen</source>
            <translation>Schermo intero</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Larger text</source>
            <translation>Testo più grande</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Smaller text</source>
            <translation>Testo più piccolo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>Text at its usual size</source>
            <translation>Testo di grandezza normale</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/window/rail.py"></location>
            <source>Review</source>
            <translation>Revisione</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/log/page.py"></location>
            <location filename="../../curator/ui/window/rail.py"></location>
            <source>Log</source>
            <translation>Registro</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/settings/page.py"></location>
            <location filename="../../curator/ui/window/rail.py"></location>
            <source>Settings</source>
            <translation>Impostazioni</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <location filename="../../curator/ui/window/key_help.py"></location>
            <source>Keys</source>
            <translation>Tasti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/commands.py"></location>
            <source>About Curator</source>
            <translation>Informazioni su Curator</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Enter presses buttons and ends what is written or drawn, so it cannot be used here.</source>
            <translation>Enter preme i pulsanti e conclude ciò che si scrive o si disegna, quindi qui non si può usare.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Esc gives up what was begun, so it cannot be used here.</source>
            <translation>Esc abbandona ciò che si è iniziato, quindi qui non si può usare.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Tab goes from field to field, so it cannot be used here.</source>
            <translation>Tab passa da un campo all’altro, quindi qui non si può usare.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Space presses the button that is reached with Tab, so it cannot be used here.</source>
            <translation>Space preme il pulsante raggiunto con Tab, quindi qui non si può usare.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Text fields need this key, so it cannot be used here.</source>
            <translation>I campi di testo hanno bisogno di questo tasto, quindi qui non si può usare.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Arrows and page keys move in lists, fields and pictures, so they cannot be used here.</source>
            <translation>Le frecce e i tasti pagina servono a muoversi in elenchi, campi e immagini, quindi qui non si possono usare.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/keyboard/keys.py"></location>
            <source>Alt with a letter opens the menus, so it cannot be used here.</source>
            <translation>Alt con una lettera apre i menu, quindi qui non si può usare.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <source>When</source>
            <translation>Quando</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Curator</source>
            <translation>Curatore</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <location filename="../../curator/ui/review/canvas.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Picture</source>
            <translation>Immagine</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>Claim</source>
            <translation>Soggetto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <source>What</source>
            <translation>Che cosa</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <source>erased ({digest})</source>
            <translation>cancellato ({digest})</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Search curators, pictures, claims, reasons, notes</source>
            <translation>Cercare curatori, immagini, soggetti indicati, motivi, note</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Search the log</source>
            <translation>Cercare nel registro</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Decision log</source>
            <translation>Registro delle decisioni</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/log/page.py"></location>
            <source>{n:,} found, searching …</source>
            <extracomment>One: {n:,} found, searching …</extracomment>
            <translation>
                <numerusform>{n:,} trovata, ricerca in corso …</numerusform>
                <numerusform>{n:,} trovate, ricerca in corso …</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/log/page.py"></location>
            <source>{n:,} read …</source>
            <extracomment>One: {n:,} read …</extracomment>
            <translation>
                <numerusform>{n:,} letta …</numerusform>
                <numerusform>{n:,} lette …</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/log/page.py"></location>
            <source>{n:,} rows found</source>
            <extracomment>One: {n:,} row found</extracomment>
            <translation>
                <numerusform>{n:,} riga trovata</numerusform>
                <numerusform>{n:,} righe trovate</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/log/page.py"></location>
            <source>{n:,} rows</source>
            <extracomment>One: {n:,} row</extracomment>
            <translation>
                <numerusform>{n:,} riga</numerusform>
                <numerusform>{n:,} righe</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>scroll on for older rows</source>
            <translation>scorrere per le righe più vecchie</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Nothing found</source>
            <translation>Nessun risultato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>No row of the log holds all these words.</source>
            <translation>Nessuna riga del registro contiene tutte queste parole.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Nothing decided yet</source>
            <translation>Ancora nessuna decisione</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Every decision, undo and corrected claim is written down here for good.</source>
            <translation>Ogni decisione, ogni annullamento e ogni soggetto corretto resta scritto qui per sempre.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>What was seen</source>
            <translation>Che cosa si è visto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Claim: {name}</source>
            <translation>Soggetto indicato: {name}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <location filename="../../curator/ui/review/elsewhere.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>“{note}”</source>
            <translation>“{note}”</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Show the picture</source>
            <translation>Mostrare l’immagine</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Nothing is noted anew here: it brings back an earlier row.</source>
            <translation>Qui non si annota nulla di nuovo: si ripristina una riga precedente.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Versions</source>
            <translation>Versioni</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>What was seen then</source>
            <translation>Che cosa si è visto allora</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Where it was decided</source>
            <translation>Dove si è deciso</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Distances</source>
            <translation>Distanze</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Thresholds</source>
            <translation>Soglie</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Select a row to see what lay before the curator.</source>
            <translation>Selezionare una riga per vedere che cosa aveva davanti il curatore.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>with others at once</source>
            <translation>insieme ad altri</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>from another copy</source>
            <translation>da un’altra copia</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>by a rule</source>
            <translation>per una regola</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Strong up to</source>
            <translation>Forte fino a</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Match without a claim up to</source>
            <translation>Corrispondenza senza soggetto indicato fino a</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Match of the claim up to</source>
            <translation>Corrispondenza con il soggetto indicato fino a</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Look closer without a claim up to</source>
            <translation>Da guardare meglio senza soggetto indicato fino a</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Look closer at the claim up to</source>
            <translation>Da guardare meglio con soggetto indicato fino a</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Could be either, when closer together than</source>
            <translation>Forse l’uno o l’altro, se più vicini tra loro di</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Small face below</source>
            <translation>Volto piccolo sotto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Not compared below</source>
            <translation>Nessun confronto sotto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Bystander below a share of</source>
            <translation>Passante sotto una quota di</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Same picture up to</source>
            <translation>Stessa immagine fino a</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Perhaps the same up to</source>
            <translation>Forse la stessa fino a</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>{n} of 256 points</source>
            <translation>{n} di 256 punti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>claim corrected from {before} to {after}</source>
            <translation>soggetto indicato corretto da {before} a {after}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>undo of #{number}</source>
            <translation>annullamento di #{number}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>undo #{number} taken back: {verdict}</source>
            <translation>annullamento #{number} revocato: {verdict}</translation>
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
            <translation>Ancora nessun consiglio</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Advice: {advice}</source>
            <translation>Consiglio: {advice}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>someone removed</source>
            <translation>qualcuno rimosso</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>The face</source>
            <translation>Il volto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Face {number}</source>
            <translation>Volto {number}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>{face} (drawn by hand)</source>
            <translation>{face} (disegnato a mano)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>{n:,} more faces</source>
            <extracomment>One: {n:,} more face</extracomment>
            <translation>
                <numerusform>{n:,} altro volto</numerusform>
                <numerusform>{n:,} altri volti</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>version {version}</source>
            <translation>versione {version}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Sent in as</source>
            <translation>Inviato come</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>SHA-256 of the file</source>
            <translation>SHA-256 del file</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>set aside for a colleague</source>
            <translation>messo da parte per un collega</translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>opened again</source>
            <translation>riaperto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/merged.py"></location>
            <source>{curator}, {when}, in another copy; brought in {then}</source>
            <translation>{curator}, {when}, in un’altra copia; importata il {then}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/merged.py"></location>
            <source>{curator}, {when}, in another copy; brought in {then} by {name}</source>
            <translation>{curator}, {when}, in un’altra copia; importata il {then} da {name}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/messages.py"></location>
            <source>A mistake in Curator</source>
            <translation>Un errore in Curator</translation>
        </message>
        <message>
            <location filename="../../curator/ui/messages.py"></location>
            <source>Report</source>
            <translation>Rapporto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/messages.py"></location>
            <source>Copy the report</source>
            <translation>Copiare il rapporto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/messages.py"></location>
            <source>Something went wrong inside Curator.</source>
            <translation>Qualcosa non ha funzionato in Curator.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/messages.py"></location>
            <source>Decisions that were saved are safe. Please send this report to whoever looks after Curator; it names no one. The log lies in {log}.</source>
            <translation>Le decisioni salvate sono al sicuro. Inviare questo rapporto a chi si occupa di Curator; non contiene nomi. Il registro si trova in {log}.</translation>
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
            <translation>Nota, se serve (Tab)</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/choice_picker.py"></location>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <location filename="../../curator/ui/widgets/buttons.py"></location>
            <source>Key {key}</source>
            <translation>Tasto {key}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Parts of a photo were exchanged or generated.</source>
            <translation>Parti di una foto sono state sostituite o generate.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>The whole picture was generated.</source>
            <translation>L’intera immagine è stata generata.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Put together; with which tool is not known.</source>
            <translation>Composta; non si sa con quale strumento.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Approve as</source>
            <translation>Approvare come</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Approve as what?</source>
            <translation>Come approvare?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Approve {n:,} as what?</source>
            <translation>Come approvare {n:,} invii?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Its label tells that wherever the picture is shown.</source>
            <translation>L’etichetta lo indica ovunque si mostri l’immagine.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/making_picker.py"></location>
            <source>Their labels tell that wherever they are shown. Portraits have none.</source>
            <translation>Le etichette lo indicano ovunque si mostrino le immagini. I ritratti non ne hanno.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <source>Nobody: nothing is claimed</source>
            <translation>Nessuno: nessun soggetto indicato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <source>Name, country or role</source>
            <translation>Nome, Paese o carica</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <source>Who is it?</source>
            <translation>Chi è?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <source>Nobody of that name is in the index.</source>
            <translation>Nell’indice non c’è nessuno con questo nome.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>Correct the claim</source>
            <translation>Correggere il soggetto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/promote_picker.py"></location>
            <source>Use as reference portrait</source>
            <translation>Usare come ritratto di riferimento</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/promote_picker.py"></location>
            <source>Use it as a reference portrait of {name}?</source>
            <translation>Usarlo come ritratto di riferimento di {name}?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/promote_picker.py"></location>
            <source>Every face is compared with it from then on. Only a real photo may be one.</source>
            <translation>Da quel momento ogni volto viene confrontato con esso. Solo una foto vera può servire da riferimento.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/promote_picker.py"></location>
            <source>Yes, it is a real photo of {name}</source>
            <translation>Sì, è una foto vera di {name}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/promote_picker.py"></location>
            <source>No</source>
            <translation>No</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>someone else</source>
            <translation>un altro</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>many faces</source>
            <translation>più volti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>Other reason</source>
            <translation>Altro motivo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>Reject for another reason</source>
            <translation>Respingere per un altro motivo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Reject: {reason}</source>
            <translation>Respingere: {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/withdraw_picker.py"></location>
            <source>Withdraw</source>
            <translation>Ritirare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/withdraw_picker.py"></location>
            <source>Withdraw {what}: why?</source>
            <translation>Ritirare {what}: perché?</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/pickers/withdraw_picker.py"></location>
            <source>The next export goes without them and says why.</source>
            <extracomment>One: The next export goes without it and says why.</extracomment>
            <translation>
                <numerusform>La prossima esportazione non lo conterrà e ne indicherà il motivo.</numerusform>
                <numerusform>La prossima esportazione non li conterrà e ne indicherà il motivo.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board.py"></location>
            <source>Coverage of the offices</source>
            <translation>Copertura delle cariche</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board.py"></location>
            <source>with portraits</source>
            <translation>con ritratti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board.py"></location>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>no portrait</source>
            <translation>nessun ritratto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board.py"></location>
            <source>portraits wait</source>
            <translation>ritratti in attesa</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board.py"></location>
            <source>nobody named</source>
            <translation>nessun nome</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_delegate.py"></location>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Nobody named</source>
            <translation>Nessun nome</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_delegate.py"></location>
            <source>No portrait</source>
            <translation>Nessun ritratto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_delegate.py"></location>
            <source>Portraits wait</source>
            <translation>Ritratti in attesa</translation>
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
                <numerusform>{n} lacuna</numerusform>
                <numerusform>{n} lacune</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_model.py"></location>
            <source>complete</source>
            <translation>completo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_view.py"></location>
            <source>Arrow keys move over the board; Enter shows the submissions of an office.</source>
            <translation>Le frecce spostano sul quadro; Enter mostra gli invii di una carica.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_view.py"></location>
            <source>Gaps first</source>
            <translation>Prima le lacune</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_view.py"></location>
            <source>By name</source>
            <translation>Per nome</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/confirm.py"></location>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <location filename="../../curator/ui/queue/saved_page.py"></location>
            <source>Remove</source>
            <translation>Rimuovere</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/confirm.py"></location>
            <source>Keep</source>
            <translation>Tenere</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{n} people</source>
            <extracomment>One: {n} person</extracomment>
            <translation>
                <numerusform>{n} persona</numerusform>
                <numerusform>{n} persone</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{office}: nobody is named yet. Press Enter to add someone.</source>
            <translation>{office}: ancora nessun nome. Premere Enter per aggiungere qualcuno.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{office}: {name}, {counts}.</source>
            <translation>{office}: {name}, {counts}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{office}: {n} people ({names}), {counts}.</source>
            <translation>{office}: {n} persone ({names}), {counts}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{named} of {all} offices named</source>
            <translation>{named} cariche su {all} con un nome</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{n} with portraits</source>
            <translation>{n} con ritratti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{n} in other offices</source>
            <translation>{n} in altre cariche</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{n:,} portraits wait</source>
            <extracomment>One: {n:,} portrait waits</extracomment>
            <translation>
                <numerusform>{n:,} ritratto in attesa</numerusform>
                <numerusform>{n:,} ritratti in attesa</numerusform>
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
            <translation>Salvare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>Discard</source>
            <translation>Scartare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>New politician</source>
            <translation>Nuovo politico</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>Photos are added afterwards.</source>
            <translation>Le foto si aggiungono dopo.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>Add</source>
            <translation>Aggiungere</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>Remove {name} and {n:,} portraits?</source>
            <extracomment>One: Remove {name} and {n} portrait?</extracomment>
            <translation>
                <numerusform>Rimuovere {name} e {n:,} ritratto?</numerusform>
                <numerusform>Rimuovere {name} e {n:,} ritratti?</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>Remove {name}?</source>
            <translation>Rimuovere {name}?</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>{n:,} open claims name them.</source>
            <extracomment>One: {n} open claim names them.</extracomment>
            <translation>
                <numerusform>{n:,} invio da decidere indica questa persona.</numerusform>
                <numerusform>{n:,} invii da decidere indicano questa persona.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>No office, no country</source>
            <translation>Nessuna carica, nessun Paese</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>{name} is in the index already, for {country}. Go on only if this is somebody else.</source>
            <translation>{name} è già nell’indice, per {country}. Proseguire solo se si tratta di un’altra persona.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>{name} is in the index already, without a country. Go on only if this is somebody else.</source>
            <translation>{name} è già nell’indice, senza Paese. Proseguire solo se si tratta di un’altra persona.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/distances.py"></location>
            <source>{one} and {other}: {distance:.2f}, far apart for one person.</source>
            <translation>{one} e {other}: {distance:.2f}, molto per una stessa persona.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/distances.py"></location>
            <source>{one} and {other}: {distance:.2f}.</source>
            <translation>{one} e {other}: {distance:.2f}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/distances.py"></location>
            <source>Distances between the portraits</source>
            <translation>Distanze tra i ritratti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/drops.py"></location>
            <source>Import politicians from “{file}”</source>
            <translation>Importare politici da “{file}”</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/drops.py"></location>
            <source>Drop one folder or one table at a time, or photos only.</source>
            <translation>Trascinare una cartella o una tabella alla volta, oppure solo foto.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/drops.py"></location>
            <source>Drop a folder or a table of politicians first, and then their photos.</source>
            <translation>Trascinare prima una cartella o una tabella di politici, poi le loro foto.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/drops.py"></location>
            <source>Select a politician first, then drop the photos.</source>
            <translation>Selezionare prima un politico, poi trascinare le foto.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/drops.py"></location>
            <source>Add {n:,} photos of {name}</source>
            <extracomment>One: Add {n} photo of {name}</extracomment>
            <translation>
                <numerusform>Aggiungere {n:,} foto di {name}</numerusform>
                <numerusform>Aggiungere {n:,} foto di {name}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <location filename="../../curator/ui/politicians/people_model.py"></location>
            <source>No country</source>
            <translation>Nessun Paese</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Another country …</source>
            <translation>Altro Paese …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <location filename="../../curator/ui/politicians/people_delegate.py"></location>
            <source>No office</source>
            <translation>Nessuna carica</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Name of the country</source>
            <translation>Nome del Paese</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Select an office</source>
            <translation>Selezionare una carica</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Click a cell, or move with the arrow keys. Who holds the office and what was sent in about them is shown here.</source>
            <translation>Fare clic su una cella o spostarsi con le frecce. Qui si vede chi ricopre la carica e che cosa è stato inviato sul suo conto.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Submissions of all {n}</source>
            <extracomment>One: Submissions of {n}</extracomment>
            <translation>
                <numerusform>Invii di {n}</numerusform>
                <numerusform>Invii di tutti e {n}</numerusform>
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
            <translation>Ciò che è inviato su chi ricopre questa carica non si può confrontare finché la persona non è aggiunta.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Add someone</source>
            <translation>Aggiungere una persona</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>No portrait: nothing can be compared.</source>
            <translation>Nessun ritratto: non si può confrontare nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>The portraits wait for analysis: nothing can be compared yet.</source>
            <translation>I ritratti sono in attesa di analisi: non si può ancora confrontare nulla.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>{n} portraits disagree</source>
            <extracomment>One: {n} portrait disagrees</extracomment>
            <translation>
                <numerusform>{n} ritratto discorda</numerusform>
                <numerusform>{n} ritratti discordano</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Show submissions</source>
            <translation>Mostrare gli invii</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Open</source>
            <translation>Aprire</translation>
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
            <translation>Una cartella strutturata come Paese/Nome Cognome</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>Tables</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>A table of politicians</source>
            <translation>Una tabella di politici</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>Coverage</source>
            <translation>Copertura</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>People</source>
            <translation>Persone</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>Import …</source>
            <translation>Importare …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>Add politician</source>
            <translation>Aggiungere politico</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>No politicians yet</source>
            <translation>Ancora nessun politico</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>Drop a folder here that is laid out as Country/Name Surname/*.jpg, or a table (CSV) with the columns country, role, name, surname. Pictures are compared with the photos that lie there.</source>
            <translation>Trascinare qui una cartella strutturata come Paese/Nome Cognome/*.jpg, o una tabella (CSV) con le colonne country, role, name, surname. Le immagini si confrontano con le foto che vi si trovano.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>A folder: Country/Name Surname/photos …</source>
            <translation>Una cartella: Paese/Nome Cognome/foto …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>A table (CSV): country, role, name, surname …</source>
            <translation>Una tabella (CSV): country, role, name, surname …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_delegate.py"></location>
            <source>{n} of {all} disagree</source>
            <translation>discordi: {n} di {all}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Nobody selected</source>
            <translation>Nessuno selezionato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Select a politician at the left, or add one.</source>
            <translation>Selezionare un politico a sinistra, o aggiungerne uno.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Search names, countries, roles</source>
            <translation>Cercare nomi, Paesi, cariche</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Search names, countries and roles</source>
            <translation>Cercare nomi, Paesi e cariche</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Without portrait</source>
            <translation>Senza ritratto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Nobody fits</source>
            <translation>Nessun risultato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>No politician fits the search. Use fewer words, or clear it.</source>
            <translation>Nessun politico corrisponde alla ricerca. Usare meno parole, o svuotarla.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Show everyone</source>
            <translation>Mostrare tutti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>{n:,} shown</source>
            <translation>{n:,} in elenco</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Photos</source>
            <translation>Foto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Photos of one face each</source>
            <translation>Foto con un solo volto ciascuna</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>used</source>
            <translation>usato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>refused</source>
            <translation>rifiutato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>From an approved submission.</source>
            <translation>Da un invio approvato.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>Curator looks for the face.</source>
            <translation>Curator cerca il volto.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>Disagrees with the others: {distance:.2f} to the nearest. Is it the same person?</source>
            <translation>Discorda dagli altri: {distance:.2f} dal più vicino. È la stessa persona?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>{distance:.2f} to the others</source>
            <translation>{distance:.2f} dagli altri</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits.py"></location>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Reference portraits</source>
            <translation>Ritratti di riferimento</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>Remove photo</source>
            <translation>Rimuovere foto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>Add photos …</source>
            <translation>Aggiungere foto …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>No reference portraits</source>
            <translation>Nessun ritratto di riferimento</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>Nothing can be compared with this politician yet. Drop real photos here, each with one face; three to five are good.</source>
            <translation>Con questo politico non si può ancora confrontare nulla. Trascinare qui foto vere, ciascuna con un solo volto; da tre a cinque vanno bene.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>Remove {file}?</source>
            <translation>Rimuovere {file}?</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>Remove {n} photos?</source>
            <extracomment>One: Remove {n} photo?</extracomment>
            <translation>
                <numerusform>Rimuovere {n} foto?</numerusform>
                <numerusform>Rimuovere {n} foto?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>{n:,} used</source>
            <extracomment>One: {n:,} used</extracomment>
            <translation>
                <numerusform>{n:,} usato</numerusform>
                <numerusform>{n:,} usati</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} refused</source>
            <extracomment>One: {n:,} refused</extracomment>
            <translation>
                <numerusform>{n:,} file rifiutato</numerusform>
                <numerusform>{n:,} file rifiutati</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>{n:,} waiting</source>
            <extracomment>One: {n:,} waiting</extracomment>
            <translation>
                <numerusform>{n:,} in attesa</numerusform>
                <numerusform>{n:,} in attesa</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Nearest other politicians</source>
            <translation>Altri politici più vicini</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Between the portraits</source>
            <translation>Tra i ritratti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Comparing …</source>
            <translation>Confronto in corso …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Numbers 1 to {n} are those on the portraits. 0 is the same face.</source>
            <translation>I numeri da 1 a {n} sono quelli sui ritratti. 0 è lo stesso volto.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Two portraits can be compared with each other. Add photos.</source>
            <translation>Due ritratti si possono confrontare tra loro. Aggiungere foto.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>There are too many for a table; each portrait tells its distance.</source>
            <translation>Sono troppi per una tabella; ogni ritratto riporta la propria distanza.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Easily mistaken for {n} others: look closer at what claims any of them.</source>
            <extracomment>One: Easily mistaken for {n} other: look closer at what claims either.</extracomment>
            <translation>
                <numerusform>Facile da confondere con un’altra persona: guardare meglio gli invii che indicano l’una o l’altra.</numerusform>
                <numerusform>Facile da confondere con altre {n} persone: guardare meglio gli invii che indicano una di loro.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>look-alike</source>
            <translation>somigliante</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Nobody can be compared yet: add portraits of this politician.</source>
            <translation>Non si può ancora confrontare nessuno: aggiungere ritratti di questo politico.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Nobody else in the index has a portrait.</source>
            <translation>Nessun altro nell’indice ha un ritratto.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Refs</source>
            <translation>Rif.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Real</source>
            <translation>Veri</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Fake</source>
            <translation>Fake</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>To do</source>
            <translation>Da fare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Approved portraits</source>
            <translation>Ritratti approvati</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Approved deepfakes</source>
            <translation>Deepfake approvati</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Pending</source>
            <translation>Da decidere</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>reference portraits</source>
            <translation>ritratti di riferimento</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>approved portraits</source>
            <translation>ritratti approvati</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>approved deepfakes</source>
            <translation>deepfake approvati</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>pending</source>
            <translation>da decidere</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>{short}: {meaning}</source>
            <translation>{short}: {meaning}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>no reference portrait</source>
            <translation>nessun ritratto di riferimento</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>{n:,} reference portraits</source>
            <extracomment>One: {n:,} reference portrait</extracomment>
            <translation>
                <numerusform>{n:,} ritratto di riferimento</numerusform>
                <numerusform>{n:,} ritratti di riferimento</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>no approved portrait</source>
            <translation>nessun ritratto approvato</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>{n:,} approved portraits</source>
            <extracomment>One: {n:,} approved portrait</extracomment>
            <translation>
                <numerusform>{n:,} ritratto approvato</numerusform>
                <numerusform>{n:,} ritratti approvati</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>no approved deepfake</source>
            <translation>nessun deepfake approvato</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>{n:,} approved deepfakes</source>
            <extracomment>One: {n:,} approved deepfake</extracomment>
            <translation>
                <numerusform>{n:,} deepfake approvato</numerusform>
                <numerusform>{n:,} deepfake approvati</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>nothing pending</source>
            <translation>nulla da decidere</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>{n:,} pending</source>
            <extracomment>One: {n:,} pending</extracomment>
            <translation>
                <numerusform>{n:,} da decidere</numerusform>
                <numerusform>{n:,} da decidere</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/active_filters.py"></location>
            <source>Take off the filter {words}</source>
            <translation>Togliere il filtro {words}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/active_filters.py"></location>
            <source>Filters that are on</source>
            <translation>Filtri attivi</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/active_filters.py"></location>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>Clear all</source>
            <translation>Azzerare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Today</source>
            <translation>Oggi</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Last 7 days</source>
            <translation>Ultimi 7 giorni</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Last 30 days</source>
            <translation>Ultimi 30 giorni</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Received from</source>
            <translation>Ricevuti dal</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Received until</source>
            <translation>Ricevuti fino al</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Days are counted in UTC. Here they begin at {time}.</source>
            <translation>I giorni si contano in UTC. Qui cominciano alle {time}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/drop_note.py"></location>
            <location filename="../../curator/ui/widgets/notices.py"></location>
            <source>Close this notice</source>
            <translation>Chiudere l’avviso</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/drop_note.py"></location>
            <source>{n:,} undecided submissions do not fit the filters any more</source>
            <extracomment>One: {n:,} undecided submission does not fit the filters any more</extracomment>
            <translation>
                <numerusform>{n:,} invio da decidere non corrisponde più ai filtri</numerusform>
                <numerusform>{n:,} invii da decidere non corrispondono più ai filtri</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_page.py"></location>
            <source>Search in this list</source>
            <translation>Cercare in questo elenco</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_page.py"></location>
            <source>Search in: {facet}</source>
            <translation>Cercare in: {facet}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_page.py"></location>
            <source>Nothing in this list fits the search.</source>
            <translation>Nulla in questo elenco corrisponde alla ricerca.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_page.py"></location>
            <source>No submission tells anything here yet.</source>
            <translation>Nessun invio dice ancora qualcosa qui.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>What was found</source>
            <translation>Riscontri trovati</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Politician</source>
            <translation>Politico</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Reason of the verdict</source>
            <translation>Motivo dell’esito</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Look closer</source>
            <translation>Guardare meglio</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Clear</source>
            <translation>Chiari</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Out</source>
            <translation>Contro</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Deepfakes</source>
            <translation>Deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Portraits</source>
            <translation>Ritratti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Face in profile or blurred</source>
            <translation>Volto di profilo o sfocato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>More than one face</source>
            <translation>Più di un volto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Face too small</source>
            <translation>Volto troppo piccolo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Claim is near, not certain</source>
            <translation>Soggetto indicato vicino, non certo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Claim is not in the index</source>
            <translation>Soggetto indicato non nell’indice</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>Nobody is claimed</source>
            <translation>Nessuno indicato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Not compared</source>
            <translation>Non confrontato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Could be someone else</source>
            <translation>Potrebbe essere un altro</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Duplicate</source>
            <translation>Doppione</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Like another submission</source>
            <translation>Come un altro invio</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Looks like a real photo</source>
            <translation>Sembra una foto vera</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Cannot be opened</source>
            <translation>Non si può aprire</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Not known</source>
            <translation>Sconosciuto</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>{n:,} chosen pictures</source>
            <extracomment>One: {n:,} chosen picture</extracomment>
            <translation>
                <numerusform>{n:,} immagine scelta</numerusform>
                <numerusform>{n:,} immagini scelte</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>From {day}</source>
            <translation>Dal {day}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Until {day}</source>
            <translation>Fino al {day}</translation>
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
            <translation>Una persona rimossa</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <location filename="../../curator/ui/queue/head.py"></location>
            <location filename="../../curator/ui/queue/saved_page.py"></location>
            <source>Saved filters</source>
            <translation>Filtri salvati</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <location filename="../../curator/ui/queue/filters_button.py"></location>
            <source>Filters</source>
            <translation>Filtri</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>What to filter by</source>
            <translation>Criteri di filtro</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>Close the filters</source>
            <translation>Chiudere i filtri</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>Save these filters as …</source>
            <translation>Salvare questi filtri come …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>Name to save these filters under</source>
            <translation>Nome con cui salvare questi filtri</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>{n:,} submissions fit</source>
            <extracomment>One: {n:,} submission fits</extracomment>
            <translation>
                <numerusform>{n:,} invio corrisponde</numerusform>
                <numerusform>{n:,} invii corrispondono</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>Replace</source>
            <translation>Sostituire</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/filters_button.py"></location>
            <source>Filters {n}</source>
            <extracomment>One: Filters {n}</extracomment>
            <translation>
                <numerusform>Filtri {n}</numerusform>
                <numerusform>Filtri {n}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/filters_button.py"></location>
            <source>Filters, {n} are on</source>
            <extracomment>One: Filters, {n} is on</extracomment>
            <translation>
                <numerusform>Filtri, {n} attivo</numerusform>
                <numerusform>Filtri, {n} attivi</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>Which submissions are listed</source>
            <translation>Quali invii si elencano</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>{n:,} listed</source>
            <extracomment>One: {n:,} listed</extracomment>
            <translation>
                <numerusform>{n:,} in elenco</numerusform>
                <numerusform>{n:,} in elenco</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>How the list is sorted</source>
            <translation>Ordine dell’elenco</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>The other way round</source>
            <translation>Ordine inverso</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>All decided</source>
            <translation>Tutto deciso</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Nothing here</source>
            <translation>Qui non c’è nulla</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>No submissions yet.</source>
            <translation>Ancora nessun invio.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Nothing fits.</source>
            <translation>Nessun risultato.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Nothing to review.</source>
            <translation>Nulla da rivedere.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Nothing here.</source>
            <translation>Qui non c’è nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Drop pictures or folders here, load them from a folder, or fetch them from NocoDB.</source>
            <translation>Trascinare qui immagini o cartelle, caricarle da una cartella o scaricarle da NocoDB.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>No submission fits the search and the filters above.</source>
            <translation>Nessun invio corrisponde alla ricerca e ai filtri sopra.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Every submission has a verdict. Load more, or export the approved ones.</source>
            <translation>Ogni invio ha un esito. Caricarne altri, o esportare quelli approvati.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Clear all filters</source>
            <translation>Azzerare tutti i filtri</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Export …</source>
            <translation>Esportare …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>No submission is listed under “{list}”.</source>
            <translation>In “{list}” non è elencato alcun invio.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/saved_page.py"></location>
            <source>Nothing is saved yet. Choose filters, give them a name below, and save them.</source>
            <translation>Non c’è ancora nulla di salvato. Scegliere dei filtri, dare loro un nome qui sotto e salvarli.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/saved_page.py"></location>
            <source>Use</source>
            <translation>Usare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>To review</source>
            <translation>Da rivedere</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Set aside</source>
            <translation>Messi da parte</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Approved</source>
            <translation>Approvati</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Rejected</source>
            <translation>Respinti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Withdrawn</source>
            <translation>Ritirati</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Everything</source>
            <translation>Tutti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Several verdicts</source>
            <translation>Più esiti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>By advice</source>
            <translation>Per consiglio</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Most doubtful first</source>
            <translation>Prima i più dubbi</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Nearest first</source>
            <translation>Prima i più vicini</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Newest first</source>
            <translation>Prima i più recenti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>By politician</source>
            <translation>Per politico</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>By advice, backwards</source>
            <translation>Per consiglio, al contrario</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Clearest first</source>
            <translation>Prima i più chiari</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Farthest first</source>
            <translation>Prima i più lontani</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Oldest first</source>
            <translation>Prima i più vecchi</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>By politician, Z to A</source>
            <translation>Per politico, Z–A</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/search_field.py"></location>
            <source>Search names, notes and files</source>
            <translation>Cercare nomi, note e file</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/search_field.py"></location>
            <source>Search names, notes, files</source>
            <translation>Cercare nomi, note, file</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/view.py"></location>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>Nothing is selected.</source>
            <translation>Non è selezionato nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>{kind} · nobody claimed</source>
            <translation>{kind} · nessuno indicato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>waits for a colleague</source>
            <translation>attende un collega</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>waiting for analysis</source>
            <translation>in attesa di analisi</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>not assessed yet</source>
            <translation>non ancora valutato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>who is it?</source>
            <translation>chi è?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>{reason}?</source>
            <translation>{reason}?</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>approve {what}</source>
            <translation>approvare {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>reject {what}</source>
            <translation>respingere {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>skip {what}</source>
            <translation>saltare {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>withdraw {what}</source>
            <translation>ritirare {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>open {what} again</source>
            <translation>riaprire {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>claim of {what}</source>
            <translation>soggetto indicato di {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>faces of {what}</source>
            <translation>volti di {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>kind of {what}</source>
            <translation>tipo di {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>note on {what}</source>
            <translation>nota su {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>reference portrait {what}</source>
            <translation>ritratto di riferimento di {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>as face swap</source>
            <translation>come face swap</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>as generated</source>
            <translation>come generato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>as montage</source>
            <translation>come montaggio</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>as portrait</source>
            <translation>come ritratto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>ask about {what}</source>
            <translation>chiedere per {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>Nothing loaded yet</source>
            <translation>Non è ancora caricato nulla</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>All {n:,} decided</source>
            <translation>Tutti decisi: {n:,}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>{decided:,} of {total:,} decided</source>
            <translation>{decided:,} di {total:,} decisi</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>{decided:,} of {total:,} decided, {aside:,} set aside</source>
            <translation>{decided:,} di {total:,} decisi, {aside:,} da parte</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>{n:,} brought in</source>
            <extracomment>One: {n:,} brought in</extracomment>
            <translation>
                <numerusform>{n:,} importata</numerusform>
                <numerusform>{n:,} importate</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>{verdict} by {curator}, {day}</source>
            <translation>{verdict} da {curator}, {day}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>{verdict} by {curator}, {day}: {reason}</source>
            <translation>{verdict} da {curator}, {day}: {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>paused, {n:,} to analyse</source>
            <translation>in pausa, {n:,} da analizzare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>paused</source>
            <translation>in pausa</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>analysing {n:,} more</source>
            <translation>analisi: ancora {n:,}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>loading</source>
            <translation>caricamento</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/bar_words.py"></location>
            <source>loading {done:,} of {total:,}</source>
            <translation>caricamento: {done:,} di {total:,}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas.py"></location>
            <source>Drag a box around the face, or use the arrow keys. Enter keeps it, Escape gives up.</source>
            <translation>Tracciare un riquadro attorno al volto, o usare le frecce. Enter lo conferma, Escape vi rinuncia.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas.py"></location>
            <source>Veiled. {words}</source>
            <translation>Velata. {words}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas.py"></location>
            <location filename="../../curator/ui/review/canvas_content.py"></location>
            <source>No picture.</source>
            <translation>Nessuna immagine.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_content.py"></location>
            <source>No face is marked.</source>
            <translation>Non è segnato alcun volto.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_content.py"></location>
            <source>no name</source>
            <translation>senza nome</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_content.py"></location>
            <source>{face} (selected)</source>
            <translation>{face} (selezionato)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/canvas_content.py"></location>
            <source>{n} faces: {faces}.</source>
            <extracomment>One: {n} face: {faces}.</extracomment>
            <translation>
                <numerusform>{n} volto: {faces}.</numerusform>
                <numerusform>{n} volti: {faces}.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <source>too small to name</source>
            <translation>troppo piccolo per un nome</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>drawn by hand</source>
            <translation>disegnato a mano</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <source>{distance:.2f} {word}</source>
            <translation>{distance:.2f} {word}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <source>not {name}</source>
            <translation>non è {name}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <source>nobody in the index</source>
            <translation>nessuno dell’indice</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>sent in as a deepfake</source>
            <translation>inviato come deepfake</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>sent in as a portrait</source>
            <translation>inviato come ritratto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>compared with the nearest, {name}</source>
            <translation>confrontato con il più vicino, {name}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>Correct the claim if you know who it is.</source>
            <translation>Se si sa chi è, correggere il soggetto indicato.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>no reference portraits</source>
            <translation>nessun ritratto di riferimento</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>{n} reference portraits</source>
            <extracomment>One: {n} reference portrait</extracomment>
            <translation>
                <numerusform>{n} ritratto di riferimento</numerusform>
                <numerusform>{n} ritratti di riferimento</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <source>Line through the eyes</source>
            <translation>Linea attraverso gli occhi</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>Back to the picture</source>
            <translation>Tornare all’immagine</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <source>Portrait over face</source>
            <translation>Ritratto sul volto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <source>Left shows the face, right the portrait</source>
            <translation>A sinistra si vede il volto, a destra il ritratto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <source>Turn over by itself</source>
            <translation>Alternare da sé</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <source>This face</source>
            <translation>Questo volto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <source>Portrait</source>
            <translation>Ritratto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <source>shows the other one</source>
            <translation>mostra l’altro</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Side by side</source>
            <translation>Affiancati</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Overlay</source>
            <translation>Sovrapposti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Flicker</source>
            <translation>Alternati</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Show the face beside the portrait</source>
            <translation>Mostrare il volto accanto al ritratto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Lay the portrait over the face</source>
            <translation>Sovrapporre il ritratto al volto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Show the face and the portrait in turn at the same place</source>
            <translation>Mostrare a turno il volto e il ritratto nello stesso punto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/plot.py"></location>
            <location filename="../../curator/ui/review/compare/sheet.py"></location>
            <location filename="../../curator/ui/review/evidence.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>How far is far</source>
            <translation>Vicino o lontano</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/plot.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>this face {distance:.2f}</source>
            <translation>questo volto {distance:.2f}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/plot.py"></location>
            <source>a portrait of {name}, {distance:.2f} from their others</source>
            <translation>un ritratto di {name}, {distance:.2f} dagli altri della stessa persona</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/compare/plot.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>nearest others</source>
            <extracomment>One: nearest other</extracomment>
            <translation>
                <numerusform>altro più vicino</numerusform>
                <numerusform>altri più vicini</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/compare/plot.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>{n} own portraits</source>
            <extracomment>One: {n} own portrait</extracomment>
            <translation>
                <numerusform>{n} ritratto proprio</numerusform>
                <numerusform>{n} ritratti propri</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/stage.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Previous portrait</source>
            <translation>Ritratto precedente</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/stage.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Next portrait</source>
            <translation>Ritratto successivo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/stage.py"></location>
            <source>Comparison</source>
            <translation>Confronto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Hidden: marked as unsafe</source>
            <translation>Nascosta: segnata come non adatta</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <location filename="../../curator/ui/review/face_pane.py"></location>
            <location filename="../../curator/ui/veil.py"></location>
            <source>Hidden</source>
            <translation>Nascosta</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Not analysed yet</source>
            <translation>Non ancora analizzata</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <source>Nobody knows where its face is</source>
            <translation>Non si sa dove sia il volto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Loading …</source>
            <translation>Caricamento …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>The preview is missing</source>
            <translation>Manca l’anteprima</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <source>{face} and {portrait}</source>
            <translation>{face} e {portrait}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <source>Comparison with a reference portrait</source>
            <translation>Confronto con un ritratto di riferimento</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>match</source>
            <translation>corrispondenza</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Nothing to compare</source>
            <translation>Nulla da confrontare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Choose a submission to see its face beside a reference portrait.</source>
            <translation>Scegliere un invio per vederne il volto accanto a un ritratto di riferimento.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>This picture cannot be read</source>
            <translation>Questa immagine non si può leggere</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Curator is looking for faces in this picture. It will appear here.</source>
            <translation>Curator sta cercando volti in questa immagine. Comparirà qui.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>No face to compare</source>
            <translation>Nessun volto da confrontare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Curator found no face in this picture. If there is one, go back and draw a box around it.</source>
            <translation>Curator non ha trovato volti in questa immagine. Se ce n’è uno, tornare indietro e tracciarvi attorno un riquadro.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>{name} has no reference portraits that can be used. Add some on the page Politicians.</source>
            <translation>{name} non ha ritratti di riferimento utilizzabili. Aggiungerne alla pagina Politici.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>this face</source>
            <translation>questo volto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>face {place} of {count}</source>
            <translation>volto {place} di {count}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>{size} px</source>
            <translation>{size} px</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>eyes guessed</source>
            <translation>occhi stimati</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>portrait {place} of {count}</source>
            <translation>ritratto {place} di {count}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>{distance:.2f} from this face</source>
            <translation>{distance:.2f} da questo volto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>This face has not been compared with {name}.</source>
            <translation>Questo volto non è stato confrontato con {name}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>This face is {distance:.2f} from {name}: {word}.</source>
            <translation>Questo volto dista {distance:.2f} da {name}: {word}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Nobody of the index is claimed; the nearest is {name} at {distance:.2f}: {word}.</source>
            <translation>Non è indicato nessuno dell’indice; il più vicino è {name}, a {distance:.2f}: {word}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Their own portraits lie {near:.2f} to {far:.2f} from each other.</source>
            <translation>I ritratti della stessa persona distano tra loro da {near:.2f} a {far:.2f}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Their own portraits lie {near:.2f} from each other.</source>
            <translation>I ritratti della stessa persona distano tra loro {near:.2f}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>With one portrait it cannot be told how far their own portraits differ.</source>
            <translation>Con un solo ritratto non si può dire quanto i ritratti di questa persona differiscano tra loro.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>The nearest other person is {name} at {distance:.2f}.</source>
            <translation>Il più vicino tra gli altri è {name}, a {distance:.2f}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Nearest others: {names}</source>
            <extracomment>One: Nearest other: {names}</extracomment>
            <translation>
                <numerusform>Altro più vicino: {names}</numerusform>
                <numerusform>Altri più vicini: {names}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Not in the index</source>
            <translation>Non nell’indice</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>{name} is not in the index, and nobody in it is near. Add them on the page Politicians, or correct the claim.</source>
            <translation>{name} non è nell’indice, e nessuno dell’indice è vicino. Aggiungere la persona alla pagina Politici, o correggere il soggetto indicato.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Nobody to compare with</source>
            <translation>Nessuno con cui confrontare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Nothing is claimed, and this face was not compared with anybody. Say whom it shows, or add politicians with reference portraits.</source>
            <translation>Non è indicato nessuno, e questo volto non è stato confrontato. Indicare chi si vede, o aggiungere politici con ritratti di riferimento.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Near-duplicates</source>
            <translation>Quasi doppioni</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>No near-duplicates</source>
            <translation>Nessun quasi doppione</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>No other submission looks like this one.</source>
            <translation>Nessun altro invio somiglia a questo.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>{n} pictures that look alike</source>
            <extracomment>One: {n} picture</extracomment>
            <translation>
                <numerusform>{n} immagine</numerusform>
                <numerusform>{n} immagini simili</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>Choose the one to keep. The other undecided ones are rejected as duplicates, in one step.</source>
            <translation>Scegliere quella da tenere. Le altre ancora da decidere vengono respinte come doppioni, in un solo passo.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>Choose the one to keep. {n} look alike but show other faces: they are left as they are.</source>
            <extracomment>One: Choose the one to keep. {n} looks alike but shows another face: it is left as it is.</extracomment>
            <translation>
                <numerusform>Scegliere quella da tenere. {n} è simile ma mostra un altro volto: resta com’è.</numerusform>
                <numerusform>Scegliere quella da tenere. {n} sono simili ma mostrano altri volti: restano come sono.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>Keep this, reject {n} as duplicates</source>
            <extracomment>One: Keep this, reject {n} as duplicate</extracomment>
            <translation>
                <numerusform>Tenere questa, respingere {n} come doppione</numerusform>
                <numerusform>Tenere questa, respingere {n} come doppioni</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>Nothing left to reject</source>
            <translation>Nulla più da respingere</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>{width} × {height} · received {day}</source>
            <translation>{width} × {height} · ricevuto: {day}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>{name} · {verdict}</source>
            <translation>{name} · {verdict}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>on the desk</source>
            <translation>sul banco</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>another face, {bits} of 256 points differ</source>
            <translation>un altro volto, differenza in {bits} di 256 punti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>mirrored, {bits} of 256 points differ</source>
            <translation>specchiata, differenza in {bits} di 256 punti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>{bits} of 256 points differ</source>
            <translation>differenza in {bits} di 256 punti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>Hold {key} to look.</source>
            <translation>Tenere premuto {key} per guardare.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>No face is selected.</source>
            <translation>Non è selezionato alcun volto.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>There is nothing on the desk to compare.</source>
            <translation>Sul banco non c’è nulla da confrontare.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>Curator is looking for faces …</source>
            <translation>Curator sta cercando volti …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>Opening the picture …</source>
            <translation>Apertura dell’immagine …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>The preview of this picture is missing.</source>
            <translation>Manca l’anteprima di questa immagine.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/evidence.py"></location>
            <source>Evidence</source>
            <translation>Riscontri</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/evidence.py"></location>
            <source>Choose a submission to see whom it shows, and what speaks for and against it.</source>
            <translation>Scegliere un invio per vedere chi mostra, e che cosa parla a favore e contro.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>File</source>
            <translation>File</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Where it came from</source>
            <translation>Provenienza</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>submission {number}</source>
            <translation>invio {number}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>The same picture, sent in again</source>
            <translation>La stessa immagine, inviata di nuovo</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>and {n} more</source>
            <extracomment>One: and {n} more</extracomment>
            <translation>
                <numerusform>e {n} altro</numerusform>
                <numerusform>e altri {n}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Sent by</source>
            <translation>Mittente</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Size</source>
            <translation>Dimensione</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Shown</source>
            <translation>Mostrata</translation>
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
                <numerusform>{n} byte</numerusform>
                <numerusform>{n} byte</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>the first of {n} frames of an animation</source>
            <extracomment>One: the only frame of an animation</extracomment>
            <translation>
                <numerusform>l’unico fotogramma di un’animazione</numerusform>
                <numerusform>il primo di {n} fotogrammi di un’animazione</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>only as far as the file goes, the rest is missing</source>
            <translation>solo fin dove arriva il file, il resto manca</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>turned by {degrees}° so that the face is upright</source>
            <translation>ruotata di {degrees}° perché il volto sia diritto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>What the file says about itself</source>
            <translation>Che cosa dice di sé il file</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>In the file, but never in an export: {things}.</source>
            <translation>Nel file, ma mai in un’esportazione: {things}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>Nobody has checked that: a file can say anything.</source>
            <translation>Nessuno l’ha verificato: un file può dire qualsiasi cosa.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>It says that AI was used.</source>
            <translation>Dice che è stata usata l’IA.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>It says nothing about AI.</source>
            <translation>Non dice nulla sull’IA.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>Nothing.</source>
            <translation>Nulla.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/file_says.py"></location>
            <source>That means nothing: most made-up pictures are silent.</source>
            <translation>Non significa nulla: di solito le immagini artefatte tacciono.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Kept</source>
            <translation>A favore</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Against it</source>
            <translation>Contro</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Findings</source>
            <translation>Riscontri</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>The picture has not been analysed yet.</source>
            <translation>L’immagine non è ancora stata analizzata.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Waiting</source>
            <translation>In attesa</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Reject it as unreadable, or ask the sender for another copy.</source>
            <translation>Respingere come illeggibile, oppure chiedere al mittente un’altra copia.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Show submission {number}</source>
            <translation>Mostrare l’invio {number}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/folded.py"></location>
            <source>Show less</source>
            <translation>Mostrare meno</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/folded.py"></location>
            <source>Show all</source>
            <translation>Mostrare tutto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>{width} × {height}</source>
            <translation>{width} × {height}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>with several at once</source>
            <translation>insieme a più invii</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>History</source>
            <translation>Cronologia</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>an earlier step</source>
            <translation>un passo precedente</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>Took back “{what}”</source>
            <translation>Annullato: “{what}”</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>Did again “{what}”</source>
            <translation>Ripetuto: “{what}”</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>claim corrected: {before} → {after}</source>
            <translation>soggetto indicato corretto: {before} → {after}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>Copy the note</source>
            <translation>Copiare la nota</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>A note has at most {n:,} letters: the rest was left out.</source>
            <translation>Una nota ha al massimo {n:,} caratteri: il resto è stato tralasciato.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>No note</source>
            <translation>Nessuna nota</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>What colleagues should know</source>
            <translation>Che cosa devono sapere i colleghi</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/ranking.py"></location>
            <source>Nearest politicians</source>
            <translation>Politici più vicini</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/ranking.py"></location>
            <source>{name}, rank {rank}, {distance:.2f}, {word}</source>
            <translation>{name}, posto {rank}, {distance:.2f}, {word}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/ranking.py"></location>
            <source>{name}, the claim</source>
            <translation>{name}, soggetto indicato</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/ranking.py"></location>
            <source>politician {number}</source>
            <translation>politico {number}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>No face</source>
            <translation>Nessun volto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>No picture</source>
            <translation>Nessuna immagine</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>portrait {number} of {count}</source>
            <translation>ritratto {number} di {count}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>{size}, drawn by hand</source>
            <translation>{size}, disegnato a mano</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>face {number} of {count} · {size}</source>
            <translation>volto {number} di {count} · {size}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>this face · {size}</source>
            <translation>questo volto · {size}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>This face is at {distance:.2f}: {band}.</source>
            <translation>Questo volto è a {distance:.2f}: {band}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>The politician's own {n} portraits lie {span} from each other.</source>
            <extracomment>One: The politician's own portrait lies {span} from the others.</extracomment>
            <translation>
                <numerusform>Il ritratto del politico dista {span} dagli altri.</numerusform>
                <numerusform>I {n} ritratti del politico distano tra loro {span}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>The nearest {n} others lie {span} from this face.</source>
            <extracomment>One: The nearest other lies {span} from this face.</extracomment>
            <translation>
                <numerusform>L’altro più vicino dista {span} da questo volto.</numerusform>
                <numerusform>Gli altri {n} più vicini distano {span} da questo volto.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>Up to {match:.2f} is a match, up to {closer:.2f} look closer, beyond is no match.</source>
            <translation>Fino a {match:.2f}: corrispondenza; fino a {closer:.2f}: da guardare meglio; oltre: nessuna corrispondenza.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>{near} to {far}</source>
            <translation>{near}–{far}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Withdraw …</source>
            <translation>Ritirare …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Reject</source>
            <translation>Respingere</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Decided</source>
            <translation>Decisi</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Undo: {step}</source>
            <translation>Annullare: {step}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Do again: {step}</source>
            <translation>Ripetere: {step}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>There is nothing on the desk to decide about.</source>
            <translation>Sul banco non c’è nulla su cui decidere.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>A portrait is never labelled as made up. Approve it as it is.</source>
            <translation>Un ritratto non si etichetta mai come artefatto. Approvarlo così com’è.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>It is withdrawn already.</source>
            <translation>È già ritirato.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>It is not approved, so there is nothing to withdraw.</source>
            <translation>Non è approvato, quindi non c’è nulla da ritirare.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>A picture that cannot be opened cannot be approved.</source>
            <translation>Un’immagine che non si può aprire non si può approvare.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>Wait until the picture has been analysed.</source>
            <translation>Attendere che l’immagine sia analizzata.</translation>
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
            <translation>I processi sono occupati con un’esportazione.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/engine.py"></location>
            <source>Change the detector when it is done.</source>
            <translation>Cambiare il rilevatore quando è conclusa.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/fetching.py"></location>
            <source>An error in Curator ended the look.</source>
            <translation>Un errore in Curator ha interrotto l’anteprima.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/fetching.py"></location>
            <source>Report the error if it returns.</source>
            <translation>Se l’errore si ripete, segnalarlo.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>The fetch stopped. {reason}</source>
            <translation>Lo scaricamento si è fermato. {reason}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>The load stopped. {reason} Load the same files again to go on.</source>
            <translation>Il caricamento si è fermato. {reason} Per proseguire, caricare di nuovo gli stessi file.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} politicians added</source>
            <extracomment>One: {n:,} politician added</extracomment>
            <translation>
                <numerusform>{n:,} politico aggiunto</numerusform>
                <numerusform>{n:,} politici aggiunti</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} politicians completed</source>
            <extracomment>One: {n:,} politician completed</extracomment>
            <translation>
                <numerusform>{n:,} politico completato</numerusform>
                <numerusform>{n:,} politici completati</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>No pictures were found.</source>
            <translation>Non è stata trovata nessuna immagine.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} pictures loaded</source>
            <extracomment>One: {n:,} picture loaded</extracomment>
            <translation>
                <numerusform>{n:,} immagine caricata</numerusform>
                <numerusform>{n:,} immagini caricate</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>nothing loaded</source>
            <translation>non è stato caricato nulla</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} portraits loaded</source>
            <extracomment>One: {n:,} portrait loaded</extracomment>
            <translation>
                <numerusform>{n:,} ritratto caricato</numerusform>
                <numerusform>{n:,} ritratti caricati</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} already there</source>
            <extracomment>One: {n:,} already there</extracomment>
            <translation>
                <numerusform>{n:,} già presente</numerusform>
                <numerusform>{n:,} già presenti</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>{n:,} portraits already there</source>
            <extracomment>One: {n:,} portrait already there</extracomment>
            <translation>
                <numerusform>{n:,} ritratto già presente</numerusform>
                <numerusform>{n:,} ritratti già presenti</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/load_wording.py"></location>
            <source>Load cancelled: {what}</source>
            <translation>Caricamento interrotto: {what}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/merging.py"></location>
            <source>An error in Curator ended it.</source>
            <translation>Un errore in Curator ha interrotto l’importazione.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/merging.py"></location>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <location filename="../../curator/ui/session/upkeep.py"></location>
            <source>Something is being erased just now.</source>
            <translation>In questo momento è in corso una cancellazione.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/merging.py"></location>
            <source>Try again when that is done.</source>
            <translation>Riprovare quando è conclusa.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>An error in Curator ended the erasing.</source>
            <translation>Un errore in Curator ha interrotto la cancellazione.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Pictures are being loaded just now.</source>
            <translation>In questo momento si stanno caricando immagini.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Erase when that is done, or cancel it.</source>
            <translation>Cancellare quando l’operazione è conclusa, oppure interromperla.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Something else is being erased just now.</source>
            <translation>In questo momento è in corso un’altra cancellazione.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Decisions of another copy are being brought in just now.</source>
            <translation>In questo momento si stanno importando decisioni da un’altra copia.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>An export or a file for colleagues is being written just now.</source>
            <translation>In questo momento si sta scrivendo un’esportazione o un file per i colleghi.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Erase when it is written, or cancel it.</source>
            <translation>Cancellare quando la scrittura è conclusa, oppure interromperla.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Load again when that is done.</source>
            <translation>Caricare di nuovo quando è conclusa.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Write it again when that is done.</source>
            <translation>Scrivere di nuovo quando è conclusa.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>Nothing was changed by what you just did: do it again in some seconds.</source>
            <translation>L’ultima operazione non ha modificato nulla: ripeterla tra qualche secondo.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/privacy.py"></location>
            <source>It goes on when the catalogue is opened the next time.</source>
            <translation>La cancellazione riprende alla prossima apertura del catalogo.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/session.py"></location>
            <source>A load was interrupted last time. Curator goes on with it.</source>
            <translation>L’ultima volta un caricamento si è interrotto. Curator lo prosegue.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/session.py"></location>
            <source>Something was decided while the export was written. Export again to include it.</source>
            <translation>Durante l’esportazione sono state prese altre decisioni. Esportare di nuovo per includerle.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/upkeep.py"></location>
            <source>No backup could be made. {why}</source>
            <translation>Non è stato possibile creare una copia di sicurezza. {why}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/upkeep.py"></location>
            <source>The folder {folder} for backups cannot be used.</source>
            <translation>La cartella {folder} per le copie di sicurezza non si può usare.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/upkeep.py"></location>
            <source>Backups go into the catalogue's own folder until its disk is connected again, or another folder is chosen in the settings.</source>
            <translation>Le copie di sicurezza vanno nella cartella del catalogo finché il disco non è di nuovo collegato, o finché non si sceglie un’altra cartella nelle impostazioni.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/session/upkeep.py"></location>
            <source>Restore when that is done.</source>
            <translation>Ripristinare quando è conclusa.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>What the program compares with before it advises. Rule set {rules}. They hold for this catalogue; each decision keeps those of its day.</source>
            <translation>Con che cosa il programma confronta prima di dare un consiglio. Regole {rules}. Valgono per questo catalogo; ogni decisione conserva quelle del suo giorno.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Put in force</source>
            <translation>Mettere in vigore</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Discard the changes</source>
            <translation>Scartare le modifiche</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Restore defaults</source>
            <translation>Valori predefiniti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>changed, default {value}</source>
            <translation>modificato, predefinito {value}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>default {value}</source>
            <translation>predefinito {value}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Not in force yet. {n:,} undecided submissions would be assessed anew; decisions stay as they are.</source>
            <extracomment>One: Not in force yet. {n:,} undecided submission would be assessed anew; decisions stay as they are.</extracomment>
            <translation>
                <numerusform>Non ancora in vigore. {n:,} invio da decidere verrebbe rivalutato; le decisioni restano come sono.</numerusform>
                <numerusform>Non ancora in vigore. {n:,} invii da decidere verrebbero rivalutati; le decisioni restano come sono.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>The defaults are in force.</source>
            <translation>Sono in vigore i valori predefiniti.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>In force, with {n} thresholds of this catalogue's own.</source>
            <extracomment>One: In force, with {n} threshold of this catalogue's own.</extracomment>
            <translation>
                <numerusform>In vigore, con {n} soglia propria di questo catalogo.</numerusform>
                <numerusform>In vigore, con {n} soglie proprie di questo catalogo.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>In force. {n:,} undecided submissions are assessed anew.</source>
            <extracomment>One: In force. {n:,} undecided submission is assessed anew.</extracomment>
            <translation>
                <numerusform>In vigore. {n:,} invio da decidere viene rivalutato.</numerusform>
                <numerusform>In vigore. {n:,} invii da decidere vengono rivalutati.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Backups</source>
            <translation>Copie di sicurezza</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Copies of the database with all names and decisions, without the pictures.</source>
            <translation>Copie del database con tutti i nomi e le decisioni, senza le immagini.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Newest</source>
            <translation>Ultima</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Back up now</source>
            <translation>Copia di sicurezza</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Restore a backup …</source>
            <translation>Ripristinare una copia …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Bring in decisions …</source>
            <translation>Importare decisioni …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Choose another folder …</source>
            <translation>Scegliere un’altra cartella …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Use the catalogue's own folder</source>
            <translation>Usare la cartella del catalogo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Made without being asked when the catalogue is closed, after {n} decisions, and a day after the last one, if anything was done since. Of these are kept: the newest five, one a day for a week, one a week for a month. What you made yourself is kept until you delete it. Erasing reaches all backups whose disk is connected.</source>
            <translation>Si creano automaticamente alla chiusura del catalogo, dopo {n} decisioni e un giorno dopo l’ultima copia, se nel frattempo è stato fatto qualcosa. Di queste si conservano: le cinque più recenti, una al giorno per una settimana, una alla settimana per un mese. Quelle create a mano si conservano finché non vengono eliminate. Una cancellazione definitiva raggiunge tutte le copie il cui disco è collegato.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>none yet</source>
            <translation>ancora nessuna</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>{n:,} backups</source>
            <extracomment>One: {n:,} backup</extracomment>
            <translation>
                <numerusform>{n:,} copia di sicurezza</numerusform>
                <numerusform>{n:,} copie di sicurezza</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>{found}; the disks of {n:,} folders with more are not connected</source>
            <extracomment>One: {found}; the disk of {n:,} folder with more is not connected</extracomment>
            <translation>
                <numerusform>{found}; il disco di {n:,} cartella con altre copie non è collegato</numerusform>
                <numerusform>{found}; i dischi di {n:,} cartelle con altre copie non sono collegati</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Copying the database …</source>
            <translation>Copia del database …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>Saved as {file}, and checked.</source>
            <translation>Salvata come {file} e controllata.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/backing_up.py"></location>
            <source>A folder for backups, best on another disk</source>
            <translation>Una cartella per le copie di sicurezza, meglio se su un altro disco</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>This computer</source>
            <translation>Questo computer</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>How pictures are analysed here. What was found stays.</source>
            <translation>Come si analizzano qui le immagini. Ciò che è già stato trovato resta.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>One, to spare the battery</source>
            <translation>Uno, per risparmiare batteria</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Look at all undecided pictures again …</source>
            <translation>Analizzare di nuovo tutte le immagini da decidere …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Leave them</source>
            <translation>Lasciarle così</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Workers</source>
            <translation>Processi</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Pictures that are analysed at the same time.</source>
            <translation>Immagini analizzate contemporaneamente.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>How faces are looked for</source>
            <translation>Come si cercano i volti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>It counts for pictures that are analysed from now on. Distances stay comparable.</source>
            <translation>Vale per le immagini analizzate da ora in poi. Le distanze restano confrontabili.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>What the workers report</source>
            <translation>Che cosa riferiscono i processi</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Detector</source>
            <translation>Rilevatore</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Encodings by</source>
            <translation>Codifiche di</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Network</source>
            <translation>Rete neurale</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Memory</source>
            <translation>Memoria</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Where submitted pictures are opened</source>
            <translation>Dove si aprono le immagini inviate</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>In worker processes alone, never in this window. Whatever a file does to one, a worker:</source>
            <translation>Solo nei processi di lavoro, mai in questa finestra. Qualunque cosa un file gli faccia, un processo:</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Up to {n:,} pictures at the same time here. It holds at once; each worker takes 150 to 300 MB.</source>
            <translation>Qui fino a {n:,} immagini contemporaneamente. Vale subito; ogni processo occupa da 150 a 300 MB.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>One picture at a time is all that fits here. A worker takes 150 to 300 MB.</source>
            <translation>Qui c’è posto per una sola immagine alla volta. Un processo occupa da 150 a 300 MB.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>at most {size} a worker</source>
            <translation>al massimo {size} per processo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>not limited on this system</source>
            <translation>non limitata su questo sistema</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <location filename="../../curator/ui/settings/protections.py"></location>
            <source>no worker has started yet; one does with the next picture</source>
            <translation>nessun processo ancora avviato; il primo parte con la prossima immagine</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>All is as it was asked for.</source>
            <translation>Tutto è come richiesto.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>No analysed picture is undecided.</source>
            <translation>Nessuna immagine analizzata è da decidere.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>{n:,} undecided pictures would wait for a new analysis. Faces are found anew; what was drawn by hand stays.</source>
            <extracomment>One: {n:,} undecided picture would wait for a new analysis. Faces are found anew; what was drawn by hand stays.</extracomment>
            <translation>
                <numerusform>{n:,} immagine da decidere attenderebbe una nuova analisi. I volti si cercano di nuovo; ciò che è stato disegnato a mano resta.</numerusform>
                <numerusform>{n:,} immagini da decidere attenderebbero una nuova analisi. I volti si cercano di nuovo; ciò che è stato disegnato a mano resta.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Look at {n:,} pictures again</source>
            <extracomment>One: Look at {n:,} picture again</extracomment>
            <translation>
                <numerusform>Analizzare di nuovo {n:,} immagine</numerusform>
                <numerusform>Analizzare di nuovo {n:,} immagini</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>{n:,} pictures wait in line to be looked at.</source>
            <extracomment>One: {n:,} picture waits in line to be looked at.</extracomment>
            <translation>
                <numerusform>{n:,} immagine è in attesa di analisi.</numerusform>
                <numerusform>{n:,} immagini sono in attesa di analisi.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/erasing.py"></location>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>Erase for good</source>
            <translation>Cancellare per sempre</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/erasing.py"></location>
            <source>Keep it</source>
            <translation>Tenere</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/erasing.py"></location>
            <source>Progress of erasing</source>
            <translation>Avanzamento della cancellazione</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/erasing.py"></location>
            <source>Being erased. Rows go first, then files, then the database is written anew …</source>
            <translation>Cancellazione in corso. Prima le righe, poi i file, infine il database viene riscritto …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>One folder holds all: the database, the pictures, and backups.</source>
            <translation>Una sola cartella contiene tutto: il database, le immagini e le copie di sicurezza.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Id</source>
            <translation>ID</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>On the disk</source>
            <translation>Sul disco</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Open the folder</source>
            <translation>Aprire la cartella</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Check this catalogue</source>
            <translation>Controllare il catalogo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Repair</source>
            <translation>Riparare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Progress of the check</source>
            <translation>Avanzamento del controllo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>being counted …</source>
            <translation>conteggio in corso …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Reads the database, the decision log and every original again. Work goes on meanwhile. A repair makes previews, indexes and counts anew; it never touches decisions or pictures.</source>
            <translation>Rilegge il database, il registro delle decisioni e ogni originale. Intanto si può continuare a lavorare. Una riparazione ricrea anteprime, indici e conteggi; non tocca mai decisioni o immagini.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>{total:,}, of which {undecided:,} undecided</source>
            <translation>{total:,}, di cui {undecided:,} da decidere</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Reading the database and the decisions …</source>
            <translation>Lettura del database e delle decisioni …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Making anew what can be computed …</source>
            <translation>Si ricrea ciò che si può ricalcolare …</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Reading {done:,} of {n:,} pictures</source>
            <extracomment>One: Reading {done:,} of {n:,} picture</extracomment>
            <translation>
                <numerusform>Lettura: {done:,} di {n:,} immagine</numerusform>
                <numerusform>Lettura: {done:,} di {n:,} immagini</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Press a key</source>
            <translation>Premere un tasto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Esc keeps it as it was, Backspace takes it away.</source>
            <translation>Esc lascia tutto com’era, Backspace lo toglie.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <location filename="../../curator/ui/window/key_help.py"></location>
            <source>{command} (hold the key)</source>
            <translation>{command} (tenere premuto)</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Change</source>
            <translation>Cambiare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Change the key of “{command}”</source>
            <translation>Cambiare il tasto di “{command}”</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Restore the usual keys of “{command}”</source>
            <translation>Ripristinare i tasti abituali di “{command}”</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Use it here</source>
            <translation>Usarlo qui</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Keep as it was</source>
            <translation>Lasciare com’era</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>no key</source>
            <translation>nessun tasto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Every command can be called by a key that lies well for you.</source>
            <translation>Ogni comando può avere il tasto che risulta più comodo.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Search commands and keys</source>
            <translation>Cercare comandi e tasti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>No command has these words or this key.</source>
            <translation>Nessun comando contiene queste parole o ha questo tasto.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Restore all usual keys</source>
            <translation>Ripristinare tutti i tasti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Restore them</source>
            <translation>Ripristinare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Keep mine</source>
            <translation>Tenere i miei</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>{n} commands would get their usual keys back.</source>
            <extracomment>One: {n} command would get its usual keys back.</extracomment>
            <translation>
                <numerusform>{n} comando riavrebbe i suoi tasti abituali.</numerusform>
                <numerusform>{n} comandi riavrebbero i loro tasti abituali.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>All keys are the usual ones again.</source>
            <translation>Tutti i tasti sono di nuovo quelli abituali.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Bring in decisions</source>
            <translation>Importare decisioni</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Backups, newest first, and other copies</source>
            <translation>Copie di sicurezza, prima le più recenti, e altre copie</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>A backup …</source>
            <translation>Una copia …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>A catalogue’s folder …</source>
            <translation>Cartella di catalogo …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Progress</source>
            <translation>Avanzamento</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Bring in</source>
            <translation>Importare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Show them</source>
            <translation>Mostrare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Change nothing</source>
            <translation>Lasciare com’è</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Choose a backup, or the folder of a catalogue: a colleague’s copy on a stick, for example.</source>
            <translation>Scegliere una copia di sicurezza o la cartella di un catalogo: per esempio la copia di un collega su una chiavetta.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>What was decided in another copy of this catalogue comes in where nobody has decided here. What was decided here stays as it is. The other copy is only read.</source>
            <translation>Ciò che è stato deciso in un’altra copia di questo catalogo viene importato dove qui non ha ancora deciso nessuno. Ciò che è stato deciso qui resta com’è. L’altra copia viene soltanto letta.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>A backup of this catalogue</source>
            <translation>Una copia di sicurezza di questo catalogo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Backups (*.db)</source>
            <translation>Copie di sicurezza (*.db)</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>The folder of another copy of this catalogue</source>
            <translation>La cartella di un’altra copia di questo catalogo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Reading the copy and checking it …</source>
            <translation>Lettura e controllo della copia …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Bringing in …</source>
            <translation>Importazione in corso …</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>Compared {done:,} of {n:,} submissions …</source>
            <extracomment>One: Compared {done:,} of {n:,} submission …</extracomment>
            <translation>
                <numerusform>Confronto: {done:,} di {n:,} invio …</numerusform>
                <numerusform>Confronto: {done:,} di {n:,} invii …</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>What is left to a person is kept among the saved filters.</source>
            <translation>Ciò che resta da decidere a una persona si trova tra i filtri salvati.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <source>It is sound. Undo takes the decisions back in one step.</source>
            <translation>La copia è integra. “Annullare” toglie le decisioni in un solo passo.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/merging.py"></location>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>It is sound.</source>
            <translation>La copia è integra.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <location filename="../../curator/ui/theme.py"></location>
            <source>As the system</source>
            <translation>Come il sistema</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>You</source>
            <translation>Profilo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Kept on this computer, for your account.</source>
            <translation>Resta su questo computer, per il proprio account.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <location filename="../../curator/ui/start/page.py"></location>
            <location filename="../../curator/ui/window/main_window.py"></location>
            <source>Your name</source>
            <translation>Nome del curatore</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>It signs your decisions.</source>
            <translation>Firma le decisioni.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>It signs your decisions, and stays in the log of the catalogue.</source>
            <translation>Firma le decisioni e resta nel registro del catalogo.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Another language is spoken from the next start on.</source>
            <translation>La nuova lingua vale dal prossimo avvio.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <location filename="../../curator/ui/window/menus.py"></location>
            <source>Colours</source>
            <translation>Colori</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>usual</source>
            <translation>normale</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Text size</source>
            <translation>Grandezza testo</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>after {n} minutes</source>
            <extracomment>One: after {n} minute</extracomment>
            <translation>
                <numerusform>dopo {n} minuto</numerusform>
                <numerusform>dopo {n} minuti</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>never</source>
            <translation>mai</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Suggest a break</source>
            <translation>Proporre una pausa</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Hold {key} to see one as it is. Each curator has a choice of their own.</source>
            <translation>Tenere premuto {key} per vederne una com’è. Ogni curatore ha la propria scelta.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Each curator has a choice of their own.</source>
            <translation>Ogni curatore ha la propria scelta.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>Privacy</source>
            <translation>Privacy</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>What this catalogue holds of people, and how to erase it for good.</source>
            <translation>Quali dati di persone contiene questo catalogo, e come cancellarli definitivamente.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source> days</source>
            <translation> giorni</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>Look what would go</source>
            <translation>Vedere cosa si cancella</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>Name of a sender</source>
            <translation>Nome di un mittente</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>Rejected longer than</source>
            <translation>Respinte da più di</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>One sender</source>
            <translation>Un mittente</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>One politician</source>
            <translation>Un politico</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/privacy.py"></location>
            <source>Nothing is erased before you have seen what would go and said yes.</source>
            <translation>Non si cancella nulla prima di aver visto che cosa verrebbe cancellato e aver confermato.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/protections.py"></location>
            <source>{what}: this system does not see to it</source>
            <translation>{what}: questo sistema non lo garantisce</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Restore a backup</source>
            <translation>Ripristinare una copia</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Backups, newest first</source>
            <translation>Copie di sicurezza, prima le più recenti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Restore this backup</source>
            <translation>Ripristinare questa copia</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Its decisions, submissions and politicians take the place of those that are there now. Pictures on the disk are not touched.</source>
            <translation>Le sue decisioni, i suoi invii e i suoi politici sostituiscono quelli attuali. Le immagini sul disco non vengono toccate.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Reading the backup …</source>
            <translation>Lettura della copia di sicurezza …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore.py"></location>
            <source>Copying the backup …</source>
            <translation>Copia in corso …</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>It could not be done.</source>
            <translation>L’operazione non è riuscita.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>automatic</source>
            <translation>automatica</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>made by hand</source>
            <translation>creata a mano</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>before a restore</source>
            <translation>prima di un ripristino</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>before a repair</source>
            <translation>prima di una riparazione</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>before an update</source>
            <translation>prima di un aggiornamento</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>put there by somebody</source>
            <translation>aggiunta da qualcuno</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>{when}, {why}</source>
            <translation>{when}, {why}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>It holds {all}.</source>
            <translation>Contenuto: {all}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>There is no database now.</source>
            <translation>Al momento non c’è alcun database.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>The database that is there now cannot be read. It is kept as it is.</source>
            <translation>Il database attuale non si può leggere. Si conserva così com’è.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>The catalogue has nothing now that it lacks.</source>
            <translation>Nel catalogo attuale non c’è nulla che manchi nella copia.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>Not in it, and in the catalogue now: {all}.</source>
            <translation>Nel catalogo attuale ma non nella copia: {all}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>In it, and no longer in the catalogue: {all}.</source>
            <translation>Nella copia ma non più nel catalogo: {all}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>The backup of {when} holds all of its decisions, and {n:,} rows of the log more.</source>
            <extracomment>One: The backup of {when} holds all of its decisions, and {n:,} row of the log more.</extracomment>
            <translation>
                <numerusform>La copia di sicurezza del {when} contiene tutte le sue decisioni e {n:,} riga del registro in più.</numerusform>
                <numerusform>La copia di sicurezza del {when} contiene tutte le sue decisioni e {n:,} righe del registro in più.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>The files of {n:,} pictures that it tells of are gone and would not come back.</source>
            <extracomment>One: The file of {n:,} picture that it tells of is gone and would not come back.</extracomment>
            <translation>
                <numerusform>Il file di {n:,} immagine nominata nella copia non c’è più, e il ripristino non lo riporterebbe.</numerusform>
                <numerusform>I file di {n:,} immagini nominate nella copia non ci sono più, e il ripristino non li riporterebbe.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>It is from before something was erased, which would come back with it: erase that again.</source>
            <translation>È precedente a una cancellazione, e ciò che è stato cancellato ritornerebbe: cancellarlo poi di nuovo.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>This backup is not sound and cannot be restored:</source>
            <translation>Questa copia di sicurezza non è integra e non si può ripristinare:</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>It is sound. What is there now is kept as a backup; restoring that takes this back.</source>
            <translation>La copia è integra. Lo stato attuale si conserva come copia di sicurezza; per tornarvi basta ripristinare quella.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>{n:,} rows of the log</source>
            <extracomment>One: {n:,} row of the log</extracomment>
            <translation>
                <numerusform>{n:,} riga del registro</numerusform>
                <numerusform>{n:,} righe del registro</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/restore_wording.py"></location>
            <source>{n:,} politicians</source>
            <extracomment>One: {n:,} politician</extracomment>
            <translation>
                <numerusform>{n:,} politico</numerusform>
                <numerusform>{n:,} politici</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Distance of a face to a politician</source>
            <translation>Distanza di un volto da un politico</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Size of a face</source>
            <translation>Grandezza di un volto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Two pictures that look the same</source>
            <translation>Due immagini che sembrano uguali</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>“Strong” up to</source>
            <translation>“Forte” fino a</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A third of true faces lie below. Of 882 strangers none came so near to anybody.</source>
            <translation>Un terzo dei volti veri sta al di sotto. Di 882 estranei nessuno si è avvicinato tanto a qualcuno.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Names a face by itself. 95 of 100 true faces lie below; 0 to 2 of 100 strangers are named wrongly among 50 politicians.</source>
            <translation>Fin qui un volto riceve un nome da sé. 95 volti veri su 100 stanno al di sotto; da 0 a 2 estranei su 100 ricevono un nome sbagliato tra 50 politici.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Confirms a claim when nobody is nearer. 99 of 100 true faces lie below; of 882 strangers 1 when claimed at random, 1 of 9 when claimed as whom they resemble most.</source>
            <translation>Conferma un soggetto indicato quando nessuno è più vicino. 99 volti veri su 100 stanno al di sotto; di 882 estranei 1 se indicati a caso, 1 su 9 se indicati come la persona a cui somigliano di più.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Up to here a politician is offered for a face without a claim. Of true faces 99 of 100 lie below, of strangers fewer than 1 of 100.</source>
            <translation>Fin qui si propone un politico per un volto senza soggetto indicato. Dei volti veri 99 su 100 stanno al di sotto, degli estranei meno di 1 su 100.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Beyond it a claim is advised against. With one reference portrait true faces reached just below it; of strangers claimed at random 1 to 4 of 100 lie within.</source>
            <translation>Oltre, il soggetto indicato viene sconsigliato. Con un solo ritratto di riferimento i volti veri sono arrivati appena al di sotto; degli estranei indicati a caso da 1 a 4 su 100 stanno entro questo valore.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Two politicians are too close to tell apart below</source>
            <translation>Due politici sono troppo vicini per distinguerli sotto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>If the distances of the nearest two differ by less than this, the face could be either, and a person has to look. It doubts 1 of 100 true faces, and a third of the look-alikes that would pass otherwise.</source>
            <translation>Se le distanze dei due più vicini differiscono di meno, il volto potrebbe essere dell’uno o dell’altro e deve guardare una persona. Mette in dubbio 1 volto vero su 100, e un terzo dei somiglianti che altrimenti passerebbero.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A face is small below</source>
            <translation>Un volto è piccolo sotto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A face shrunk to 60 pixels lies 0.13 from its own full copy, one of 100 pixels 0.06.</source>
            <translation>Un volto rimpicciolito a 60 pixel dista 0.13 dalla propria copia intera, uno di 100 pixel 0.06.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>px</source>
            <translation>px</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A face is not compared below</source>
            <translation>Un volto non si confronta sotto</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A face shrunk to 40 pixels lies 0.22 from its own full copy, one of 30 pixels 0.30.</source>
            <translation>Un volto rimpicciolito a 40 pixel dista 0.22 dalla propria copia intera, uno di 30 pixel 0.30.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A bystander is smaller than this share of the main face</source>
            <translation>Un passante è più piccolo di questa quota del volto principale</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A further face that is smaller, and too small to be compared, is looked at and not advised against. No measurement: a face on a poster should not cost a picture its place.</source>
            <translation>Un altro volto più piccolo, e troppo piccolo per il confronto, viene guardato senza che l’invio sia sconsigliato. Non è una misura: un volto su un manifesto non deve costare il posto a un’immagine.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>The same picture up to</source>
            <translation>La stessa immagine fino a</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Copies at a third of the size, strongly compressed or mirrored differ in 10 of 256 points at most (66 pictures).</source>
            <translation>Le copie a un terzo delle dimensioni, molto compresse o specchiate differiscono al massimo in 10 di 256 punti (66 immagini).</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>points</source>
            <translation>punti</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Perhaps the same picture up to</source>
            <translation>Forse la stessa immagine fino a</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Most crops by 3 % lie below; of 62,621 pairs of different people's portraits none does. A larger number counts for pictures that are looked at from then on.</source>
            <translation>La maggior parte dei ritagli del 3% sta al di sotto; di 62 621 coppie di ritratti di persone diverse nessuna. Un numero più grande vale per le immagini analizzate da allora in poi.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>YuNet, then further means</source>
            <translation>YuNet, poi altri metodi</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Finds small, turned, blurred and half hidden faces, too, and tries face_recognition's own way where it finds none. About 0.2 seconds a picture.</source>
            <translation>Trova anche volti piccoli, ruotati, sfocati e seminascosti, e dove non ne trova prova il metodo di face_recognition. Circa 0.2 secondi per immagine.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>HOG, as face_recognition does</source>
            <translation>HOG, come fa face_recognition</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Upright faces from the front. It missed 7 of 19 faces in the campaign's own deepfakes. About 0.4 seconds a picture.</source>
            <translation>Volti diritti e di fronte. Gli sono sfuggiti 7 volti su 19 nei deepfake della campagna. Circa 0.4 secondi per immagine.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>CNN of face_recognition</source>
            <translation>CNN di face_recognition</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Slow: about 10 seconds a picture, and 1 to 1.5 GB of memory for each worker.</source>
            <translation>Lento: circa 10 secondi per immagine, e da 1 a 1.5 GB di memoria per ogni processo.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>onnxruntime, with the network of face_recognition</source>
            <translation>onnxruntime, con la rete di face_recognition</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>face_recognition itself (dlib): the same numbers, more slowly</source>
            <translation>face_recognition stesso (dlib): gli stessi numeri, più lentamente</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>{database} database, {media} pictures with their previews</source>
            <translation>{database} di database, {media} di immagini con le anteprime</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>{database} database, {media} pictures with their previews, {backups} backups</source>
            <translation>{database} di database, {media} di immagini con le anteprime, {backups} di copie di sicurezza</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>The check was cancelled. Nothing was wrong up to then, with {pictures} read.</source>
            <translation>Il controllo è stato interrotto. Fino a quel punto era tutto in ordine; letto: {pictures}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>All is in order: the database, the decision log and {pictures}.</source>
            <translation>È tutto in ordine: il database, il registro delle decisioni e {pictures}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>{n:,} complaints. Keep a copy of the folder before you change anything.</source>
            <extracomment>One: {n:,} complaint. Keep a copy of the folder before you change anything.</extracomment>
            <translation>
                <numerusform>{n:,} anomalia. Tenere una copia della cartella prima di modificare qualcosa.</numerusform>
                <numerusform>{n:,} anomalie. Tenere una copia della cartella prima di modificare qualcosa.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>The check was cancelled.</source>
            <translation>Il controllo è stato interrotto.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>And {n:,} more; “curator verify” lists all.</source>
            <extracomment>One: And {n:,} more; “curator verify” lists all.</extracomment>
            <translation>
                <numerusform>E {n:,} altra; “curator verify” le elenca tutte.</numerusform>
                <numerusform>E altre {n:,}; “curator verify” le elenca tutte.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>{n:,} of them can be repaired.</source>
            <extracomment>One: {n:,} of them can be repaired.</extracomment>
            <translation>
                <numerusform>Di queste, {n:,} si può riparare.</numerusform>
                <numerusform>Di queste, {n:,} si possono riparare.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>The repair was cancelled. What was done stays done.</source>
            <translation>La riparazione è stata interrotta. Ciò che è stato fatto resta.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>The database as it was before is kept as the backup {file}.</source>
            <translation>Il database com’era prima si conserva come copia di sicurezza {file}.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>There was nothing to repair.</source>
            <translation>Non c’era nulla da riparare.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Go on with {name}</source>
            <translation>Proseguire con {name}</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Begin in an empty folder of this computer.</source>
            <translation>Cominciare in una cartella vuota di questo computer.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Go on where you or a colleague stopped.</source>
            <translation>Proseguire da dove ci si era fermati, o da dove ha lasciato un collega.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Look at the sample</source>
            <translation>Guardare l’esempio</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Try everything with invented people and drawn faces.</source>
            <translation>Provare tutto con persone inventate e volti disegnati.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Look through the pictures that people sent in, decide about each, and hand on what is good.</source>
            <translation>Guardare le immagini ricevute, decidere su ciascuna e trasmettere quelle valide.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Your name (it signs your decisions)</source>
            <translation>Nome del curatore (firma le decisioni)</translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Everything stays on this computer: no picture, name or face is sent anywhere.</source>
            <translation>Tutto resta su questo computer: nessuna immagine, nome o volto viene inviato altrove.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/theme.py"></location>
            <source>Light</source>
            <translation>Chiaro</translation>
        </message>
        <message>
            <location filename="../../curator/ui/theme.py"></location>
            <source>Dark</source>
            <translation>Scuro</translation>
        </message>
        <message>
            <location filename="../../curator/ui/veil.py"></location>
            <source>Not at all</source>
            <translation>Nessun velo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/veil.py"></location>
            <source>Without colour</source>
            <translation>Senza colori</translation>
        </message>
        <message>
            <location filename="../../curator/ui/veil.py"></location>
            <source>Blurred and without colour</source>
            <translation>Sfocata e senza colori</translation>
        </message>
        <message>
            <location filename="../../curator/ui/widgets/fields.py"></location>
            <source>Empty the field</source>
            <translation>Svuotare il campo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/file_choice.py"></location>
            <source>Pictures and tables</source>
            <translation>Immagini e tabelle</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/file_choice.py"></location>
            <source>Pictures to load</source>
            <translation>Immagini da caricare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/main_window.py"></location>
            <source>A new or empty folder for the catalogue</source>
            <translation>Una cartella nuova o vuota per il catalogo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/main_window.py"></location>
            <source>The folder of the catalogue</source>
            <translation>La cartella del catalogo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/main_window.py"></location>
            <source>A folder of pictures to load</source>
            <translation>Una cartella di immagini da caricare</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/main_window.py"></location>
            <source>It signs your decisions:</source>
            <translation>Firma le decisioni:</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/main_window.py"></location>
            <source>Curator {version}. It uses the network for nothing but a fetch that you start yourself.</source>
            <translation>Curator {version}. Usa la rete soltanto per scaricare da NocoDB, e solo su richiesta.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/menus.py"></location>
            <source>How pictures are veiled</source>
            <translation>Tipo di velo</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/outcomes.py"></location>
            <source>Show which</source>
            <translation>Mostrare quali</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>Put a portrait on the desk first.</source>
            <translation>Mettere prima un ritratto sul banco.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>It is withdrawn: the next export goes without it.</source>
            <translation>È ritirato: non farà parte della prossima esportazione.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>It is a reference portrait now. Undo takes it back.</source>
            <translation>Ora è un ritratto di riferimento. Con “Annullare” torna com’era.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>It is a portrait now.</source>
            <translation>Ora è un ritratto.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>It is a deepfake now.</source>
            <translation>Ora è un deepfake.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>The face was added. It is compared in the background.</source>
            <translation>Il volto è stato aggiunto. Il confronto avviene in secondo piano.</translation>
        </message>
        <message>
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>Marked as not a face. Undo brings it back.</source>
            <translation>Segnato come “non è un volto”. Con “Annullare” ritorna.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/window/review_page.py"></location>
            <source>{n} near-duplicates were rejected. Decide about the one that stays.</source>
            <extracomment>One: {n} near-duplicate was rejected. Decide about the one that stays.</extracomment>
            <translation>
                <numerusform>{n} quasi doppione è stato respinto. Decidere sull’immagine che resta.</numerusform>
                <numerusform>{n} quasi doppioni sono stati respinti. Decidere sull’immagine che resta.</numerusform>
            </translation>
        </message>
    </context>
</TS>
