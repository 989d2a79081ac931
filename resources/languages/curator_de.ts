<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>curator</name>
        <message>
            <location filename="../../curator/app.py"></location>
            <source>Sample catalogue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/analysis.py"></location>
            <source>A preview could not be written, and the analysis was stopped.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/analysis.py"></location>
            <source>Start Curator again. If it happens again, report it with the log.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>{folder} is a file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Choose a folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>{folder} already holds a catalogue.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Open it instead.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The folder {folder} is not empty.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Choose a new or an empty folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>There is no catalogue in {folder}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Choose another folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The catalogue in {folder} is already open in another Curator.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Go on in that window, or close it first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The database is damaged: {what}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>A row of the table {table} refers to a missing row of {other}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The protection of the decision log is missing: {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The decision log was changed from outside, first at row {row}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The last {n} rows of the decision log were taken away from outside.</source>
            <extracomment>One: The last row of the decision log was taken away from outside.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The note of row {row} of the decision log was changed from outside.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The verdict of {n} submissions differs from the decision log.</source>
            <extracomment>One: The verdict of {n} submission differs from the decision log.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>What undo would take back differs from the decision log, first at step {step}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The numbers beside the filters differ from the submissions.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The catalogue in {folder} is from an older Curator.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Open it once in the window, which brings it up to date.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The file {file} is empty although there are pictures beside it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Put a copy in its place, for example from the folder “backups” beside it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>{file} is a database, but not a catalogue of Curator.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The catalogue in {folder} was written by a newer Curator.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Install the newest Curator to open it. Nothing was changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>The SQLite {version} of this computer's Python is too old for Curator.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/catalogue.py"></location>
            <source>Install Python from python.org, or a newer version of this system.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/evidence.py"></location>
            <location filename="../../curator/engine/catalogue/submissions.py"></location>
            <source>There is no submission with the number {number}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/faces.py"></location>
            <source>This face is no longer there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/faces.py"></location>
            <source>The picture was looked at again; look anew.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Another program is using the catalogue {place}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Close it, then try again. Nothing was changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>The file {place} is damaged or is not a catalogue.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Open a copy from the folder “backups” beside it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>The disk that holds {place} did not answer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Check that it is still connected. Nothing that was saved before is lost.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>The disk that holds {place} is full.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Free some space, then do it again. The last step was not saved; all earlier ones are.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Curator cannot write to {place}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Check that the folder exists and that you may write to it, or choose another folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>{place} cannot be used: {reason}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/failures.py"></location>
            <source>Check the name and the disk, or choose another folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/politicians.py"></location>
            <source>There is no politician with the number {number}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/politicians.py"></location>
            <source>{name} is already in the index.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/politicians.py"></location>
            <source>A politician needs a name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/catalogue/saved_filters.py"></location>
            <source>A saved filter needs a name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Austria</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Belgium</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Bulgaria</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Croatia</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Cyprus</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Czechia</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Denmark</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Estonia</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Finland</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>France</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Germany</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Greece</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Hungary</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Ireland</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Italy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Latvia</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Lithuania</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Luxembourg</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Malta</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Netherlands</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Poland</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Portugal</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Romania</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Slovakia</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Slovenia</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Spain</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Sweden</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Prime Minister</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Interior Minister</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Defense Minister</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>Justice Minister</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/countries.py"></location>
            <source>AIAct Gov Representative</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>{name} was not approved, so it cannot be withdrawn.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>Nothing was decided about {name}, so there is nothing to undo.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>A rejection needs a reason.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>Choose one, for example “no face”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>A skipped submission has no reason.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>A withdrawal is not a question.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>Choose another reason.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>A submission is not approved for a reason against it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>A submission is not undecided for a reason against it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>{name} cannot be approved: it could not be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>Reject it, or ask the sender for another copy.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/decisions.py"></location>
            <source>number {number}, erased since</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>does not say what was written</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is missing, or should not be there</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>has another size than the picture without the box</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>The export did not pass its own check: {path} {flaw}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>Check the disk, then export again. Nothing was changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>holds a description that Curator did not write</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>holds more than the picture</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>lacks the label of a deepfake</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is labelled, but is no deepfake</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is too wide</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>cannot be opened again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is no whole JPEG file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>does not end where the picture ends</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is a link</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is not what was written</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>names other pictures than are there</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>names other submissions than are there</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>is of an unknown kind</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/checking.py"></location>
            <source>cannot be read again</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{n} pictures show nobody in the index: exported with the name as it was sent, or without a name.</source>
            <extracomment>One: {n} picture shows nobody in the index: exported with the name as it was sent, or without a name.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>{n} approved pictures are left out: {why}.</source>
            <extracomment>One: {n} approved picture is left out: {why}.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/contents.py"></location>
            <source>Nothing is approved, so the export will hold no pictures.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>{verdict} by now</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>the file could not be read</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <location filename="../../curator/ui/grid/sections.py"></location>
            <source>not analysed yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/gathering.py"></location>
            <source>erased from the catalogue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/rendering.py"></location>
            <source>The export was cancelled.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/rendering.py"></location>
            <source>The picture was not opened because the work was stopped.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>{target} is a whole disk.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Choose a folder on it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Free some space or choose another disk, then export again. Nothing was changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Close programs that use it, check that you may write there and around it, or choose another folder. Nothing was changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>The export to {folder} could not be written: {reason}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Check that the disk is connected, then export again. Nothing was changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>{target} is a file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>The folder {target} is not empty, and Curator did not write it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Choose a new folder, an empty one, or an earlier export. Nothing was changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>The export in {target} comes from another catalogue.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Choose another folder, or move that export away first. Nothing was changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>The export in {target} holds a file that Curator did not write: {name}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/staging.py"></location>
            <source>Move it to another folder, then export again. Nothing was changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/writing.py"></location>
            <source>Not all pictures could be made.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/writing.py"></location>
            <source>Load the file again or reject the picture, then export again. Nothing was changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/writing.py"></location>
            <source>The picture came back in another size than it has.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/writing.py"></location>
            <source>Number {id} ({name}): {reason}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/export/writing.py"></location>
            <source>Number {id}: {reason}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/faces/models.py"></location>
            <source>Install the program again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/faces/plain.py"></location>
            <source>Choose another detector or encoder in the settings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/hand_work.py"></location>
            <source>{name} could not be read, so no face can be drawn in it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/hand_work.py"></location>
            <source>{name} has not been looked at yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/hand_work.py"></location>
            <source>Draw the face when its analysis is done.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/hand_work.py"></location>
            <source>The frame lies outside the picture.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/hand_work.py"></location>
            <source>Draw it anew.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/hand_work.py"></location>
            <source>A face of {size} pixels is too small: it takes {least} at least.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/hand_work.py"></location>
            <source>There is a face in this place already.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/hand_work.py"></location>
            <source>If its frame is wrong, say first that it is not a face.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>The folder {folder} could not be read: {reason}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>{name} could not be read: {reason}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is a spreadsheet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>Save it as CSV and load it again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is an archive.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>Unpack it first, then load the folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>{name} is not a picture that Curator can open.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>Save it as JPEG or PNG, or leave it out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>The folder {folder} is a catalogue of Curator and was left out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/contents.py"></location>
            <source>The folder {folder} is an export of Curator and was left out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{name} is not a picture. Leave it out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>Only the first {most} pictures were taken. Load the rest folder by folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>The folder {folder} lies more than {most} folders deep and was left out. Load it by itself.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{n} more rows of {table} name no file that is there.</source>
            <extracomment>One: {n} more row of {table} names no file that is there.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{where} names no file. Fill in its column "file".</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{where} names {file}, which is not there. Correct the name or add the picture.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{where} names {file} again. The first row about it counts.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/folder.py"></location>
            <source>{where} says "{kind}" as kind, which is neither deepfake nor portrait. Check the kind of {file}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} repeats row {row}. The first one counts.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{table} has {count} people for {country}; the index has at most {most}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} names nobody.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>Fill in name and surname.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} has an unknown country, "{country}".</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>Write the English name of a country of the European Union.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} has an unknown role, "{role}".</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>Write one of: {roles}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} names the portrait "{name}", which is not there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>Correct the name or add the picture.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_table.py"></location>
            <source>{where} names {name}, which is not a picture.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/politicians_tree.py"></location>
            <source>The folder {folder} lies too deep and was left out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/intake/politicians_tree.py"></location>
            <source>The folder {folder} holds {n} pictures but is not named after a politician. Put them into a folder with the politician's name.</source>
            <extracomment>One: The folder {folder} holds {n} picture but is not named after a politician. Put it into a folder with the politician's name.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>Row {row} of {name} cannot be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>Look for a quotation mark that is opened and never closed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>{name} has no column "{column}", so nothing was read from it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>The first row has to hold the names of the columns.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>Row {row} of {table}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>{name} is too large: at most {limit:.0f} MB are read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/intake/tables.py"></location>
            <source>Split it into several tables.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/jobs.py"></location>
            <source>The program is closing and takes no more work.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/jobs.py"></location>
            <source>The work was cancelled.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/jobs.py"></location>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <location filename="../../curator/engine/worker_process.py"></location>
            <source>The worker process is gone.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/jobs.py"></location>
            <source>The work was stopped because the program is closing.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>This is {what}, not a picture file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a folder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a link to another file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a device or a pipe</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is no longer there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file may not be read by this user.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file cannot be opened.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file cannot be read from the disk.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is empty.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file ends before the picture begins.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is not the one that was taken in: its content has changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is larger than {limit} megabytes ({size}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The picture is larger than {limit} megapixels ({size}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>Reading the picture takes more memory than is allowed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is not a picture but {kind}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a PDF document</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>an SVG drawing</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a web page</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a video</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a ZIP archive or an office document</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>a data file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>text</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The picture is damaged: its beginning cannot be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The file is not a picture of a known kind.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The picture is damaged and cannot be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The face finder failed on this picture.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>Looking at the picture took longer than {seconds} seconds and was stopped.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The process that looked at this picture ended early.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The process that looked at this picture ended early (signal {signal}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The process that looked at this picture ended early (exit code {code}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <location filename="../../curator/engine/worker_process.py"></location>
            <source>A worker process sent back more than it was asked for.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <location filename="../../curator/engine/wire.py"></location>
            <source>A worker process sent back something that makes no sense ({what}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>No face was found in it. Use a photo that shows the face larger and from the front.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>It shows {faces} faces. Crop it so that only the politician is left.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>Its face is too small or unclear to compare with. Use a larger photo.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>YuNet cannot be used, faces are looked for by HOG, which misses more: {reason}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>onnxruntime is not installed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>onnxruntime is not installed; faces are encoded by dlib, which is slower.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The encoder's file has an unknown layout ({detail}); faces are encoded by dlib.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>onnxruntime cannot run the encoder ({detail}); faces are encoded by dlib.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>onnxruntime differs from dlib by {deviation}; faces are encoded by dlib.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The model file {name} is not the one that Curator was measured with.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The model file {name} is missing.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The face_recognition library is not part of this installation.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/kept_sentences.py"></location>
            <source>The face finder cannot be started. {reason}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} is empty.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Ask the sender for the picture again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} has {size:.0f} MB; at most {limit:.0f} MB are taken.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Save the picture smaller and load it again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} was changed while it was read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Load it again when it is complete.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>The disk that holds the catalogue is full.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Free some space, then go on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>The catalogue's folder {folder} cannot be written to.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Check its permissions, or copy the catalogue to another place.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>The catalogue's folder {folder} could not be used: {reason}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Check that the disk is connected, then try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} is a link to a file that is not there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Load the file itself.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} is no longer there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Look where it went.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} may not be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Change its permissions, or copy it to your own folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} could not be opened: {reason}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} is a folder, not a picture.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Load the pictures in it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} is a pipe, a socket or a device, not an ordinary file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Leave it out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>{name} could not be read to its end: {reason}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/media.py"></location>
            <source>Copy it to another disk and load it again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/picture_parts.py"></location>
            <source>The part that was asked for lies outside the picture.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/politicians.py"></location>
            <source>No politicians were found in it. Curator looks for folders named Country/Name Surname with photos.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/receiving.py"></location>
            <source>An error in Curator ended the load.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/receiving.py"></location>
            <source>What was loaded stays. Load the rest again, and report the error if it returns.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/resources.py"></location>
            <source>Curator's own files are missing: {place} was not found.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/resources.py"></location>
            <source>Install Curator again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/rules.py"></location>
            <source>The thresholds contradict each other.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/rules.py"></location>
            <source>Each band must end before the next one does. Correct them or restore the defaults.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/verification.py"></location>
            <source>The picture of {what} is missing.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/verification.py"></location>
            <source>The picture of {what} was changed or cannot be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/verification.py"></location>
            <source>the reference portrait {file} of {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/verification.py"></location>
            <source>submission {number} ({file})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>clear match</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>look closer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>reject</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>undecided</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>approved</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>rejected</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>skipped</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>withdrawn</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>not the politician</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>more than one face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/grid/sections.py"></location>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>no face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>could be someone else</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>duplicate</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>unsafe</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>unreadable</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>not in the index</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>looks like a real photo</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>face too small</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>other reason</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>ask a colleague</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>strong</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>good</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>possible</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>weak</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>no match</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>deepfake</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>portrait</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/grid/wording.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>{verdict}: {reason}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>face drawn by hand</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>marked as not a face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>note corrected</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>kind corrected from {before} to {after}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>One face, in profile</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>One face, blurred</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>One face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{size}, sharp</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>{n} faces, all like the claim</source>
            <extracomment>One: {n} face, like the claim</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>a collage?</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>{n} faces, all but one tiny</source>
            <extracomment>One: {n} face, and none tiny</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>a bystander?</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>{n} faces</source>
            <extracomment>One: {n} face</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>{n} like the claim</source>
            <extracomment>One: {n} like the claim</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>none like the claim</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>No face left</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>{n} marked as not a face</source>
            <extracomment>One: {n} marked as not a face</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>No face found</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{size} px, at least {limit} px</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The face is small, distances are less sure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The face is too small to compare</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The face matches the claim</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Claim is near, but not nearest</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Claim is nearest, but not near</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Not {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Not the claimed politician</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{distance}, rank {rank}; {name} is nearer, {nearer}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{distance}, look closer up to {limit}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{name} has no reference portraits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The claimed politician has no reference portraits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{name} is not in the index</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The claimed politician is not in the index</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>No politician is claimed, and nobody is near</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>No politician is claimed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The face could not be compared</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>with {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Nobody else is near</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>nobody else in the index</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Nobody else is as near</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>next {name}, {distance:.2f}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{name} is nearer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Someone else is nearer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>by {gap}, less than {limit}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{name} is nearly as near</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Someone else is nearly as near</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{gap} further, less than {limit}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Same picture as submission {number}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Perhaps the same picture as submission {number}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Like submission {number}, but with another face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>Looks like a real photo from the reference portraits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>The picture cannot be opened</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>nearest is {name}, {distance:.2f}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>{distance}, match up to {limit}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>nearly the same picture, mirrored</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>a similar picture, mirrored</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>nearly the same picture</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>a similar picture</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <source>differs in none of 256 points</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/engine/wording.py"></location>
            <source>differs in {n} of 256 points</source>
            <extracomment>One: differs in {n} of 256 points</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/engine/wording.py"></location>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>{n} px</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/worker.py"></location>
            <source>The face finder cannot be started ({error}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/worker_process.py"></location>
            <source>The face finder cannot be started.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/worker_process.py"></location>
            <source>The program is closing.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/engine/worker_process.py"></location>
            <source>In the settings it can be looked at again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/bindings.py"></location>
            <source>This is no key that a command can have.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/bindings.py"></location>
            <source>A key that is held works without Ctrl, Alt and Shift.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/bindings.py"></location>
            <source>{key} belongs to “{command}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/breaks.py"></location>
            <source>You have been looking at pictures for {minutes} minutes. A short break helps to see clearly.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>&amp;File</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>&amp;Review</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>&amp;View</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>&amp;Help</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>New catalogue …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Open catalogue …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Open the sample catalogue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Load pictures …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Load a folder …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Import politicians from a folder …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Export the approved set …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Your name …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Quit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Approve</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Reject with the advised reason</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Reject: not the politician</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Reject: more than one face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Reject: no face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Reject: duplicate</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Reject: unsafe, hide at once</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Skip</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Ask a colleague</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Undo</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Do again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Next</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Previous</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Next undecided</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Previous undecided</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Search</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>More filters</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Say whom it shows …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Deepfake or portrait</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>Edit the note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Draw a missed face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Not a face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Grid of faces</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Compare with the portrait</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Flicker between the two</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Show near-duplicates</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Face boxes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Landmarks</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Next reference portrait</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Previous reference portrait</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Next face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Previous face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Zoom in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Zoom out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Fit the picture</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Full size</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Veil pictures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Look at a veiled picture</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Full screen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Larger text</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Smaller text</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>Text at its usual size</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/rail.py"></location>
            <source>Review</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/grid/head.py"></location>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <location filename="../../curator/ui/rail.py"></location>
            <source>Politicians</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/rail.py"></location>
            <source>Export</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/rail.py"></location>
            <source>Log</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/rail.py"></location>
            <source>Settings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <location filename="../../curator/ui/key_help.py"></location>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Keys</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/commands.py"></location>
            <source>About Curator</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>added</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>changed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>removed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>left out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>unchanged</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <location filename="../../curator/ui/log/model.py"></location>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>nobody</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{count:,} {what}</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{n:,} added</source>
            <extracomment>One: {n:,} added</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{n:,} changed</source>
            <extracomment>One: {n:,} changed</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{n:,} removed</source>
            <extracomment>One: {n:,} removed</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>{n:,} pictures stand in {folder} ({size}): {changes}. Every file was read again and checked.</source>
            <extracomment>One: {n:,} picture stands in {folder} ({size}): {changes}. Every file was read again and checked.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>nothing changed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <source>not in the index: the name is exported as it was sent</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>{size:,.1f} MB</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/lines.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>{size:,.0f} kB</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/model.py"></location>
            <source>Number</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/model.py"></location>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>With this export</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/model.py"></location>
            <source>Shows</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/model.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Office</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/model.py"></location>
            <source>Why</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>Dry run</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>Nothing is written until you say so.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>Nothing of that kind</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>No picture is listed under the chosen filters.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>Nothing to export</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>Approved pictures are listed here, with what changed since the last export.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/page.py"></location>
            <source>What the export would do</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Looking at the approved set …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Choose folder …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Write the export</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Progress of the export</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <location filename="../../curator/ui/review/note.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Cancel</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Open the folder</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/side.py"></location>
            <source>{n:,} pictures would be published</source>
            <extracomment>One: {n:,} picture would be published</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Nothing is approved yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Not approved and not exported: {what}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Gathering the approved set …</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Making {done:,} of {n:,} pictures</source>
            <extracomment>One: Making {done:,} of {n:,} picture</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Checking {done:,} of {n:,} pictures</source>
            <extracomment>One: Checking {done:,} of {n:,} picture</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Nothing was written. What stood in the folder before still stands.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Folder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>No folder is chosen yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Another folder …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>A new, empty or earlier export's folder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Cancelling …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Nothing was exported from this catalogue before.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/export/side.py"></location>
            <source>Last export: {moment}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/area.py"></location>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Faces</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Select nothing</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Set aside for a colleague</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Approve {n:,}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Reject {n:,} …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Skip {n:,}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Ask {n:,}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Reject …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Ask</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/bar.py"></location>
            <source>Decide about the selected faces</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Back to the desk</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Whose faces?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Smaller faces</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Larger faces</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>{n:,} pictures, nearest first</source>
            <extracomment>One: {n:,} picture, nearest first</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>All in the filter</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Whose faces are shown: {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>{n:,} new, refresh</source>
            <extracomment>One: {n:,} new, refresh</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/head.py"></location>
            <source>Sort again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Nothing is selected. Click a face, or go to one and press Space.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <location filename="../../curator/ui/review_page.py"></location>
            <source>There is nothing to undo.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <location filename="../../curator/ui/review_page.py"></location>
            <source>There is nothing to do again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Undone for {n:,} pictures.</source>
            <extracomment>One: Undone for {n:,} picture.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Done again for {n:,} pictures.</source>
            <extracomment>One: Done again for {n:,} picture.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Select the others</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>No faces of this politician</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Nothing in the filter claims them any more. Choose “All in the filter” above.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>No submissions yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>Drop pictures or folders here, or load them on the desk. Their faces will stand here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Nothing fits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/page.py"></location>
            <source>The filter of the desk lets nothing through. Go back and change it, or load more pictures.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/sections.py"></location>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <source>not compared</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/sections.py"></location>
            <source>cannot be opened</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>Nothing selected. Click or drag with the mouse, or use the arrows and Space.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} selected</source>
            <extracomment>One: {n:,} selected</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} not analysed yet</source>
            <extracomment>One: {n:,} not analysed yet</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} cannot be opened</source>
            <extracomment>One: {n:,} cannot be opened</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} selected: {details}</source>
            <extracomment>One: {n:,} selected: {details}</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} undecided</source>
            <extracomment>One: {n:,} undecided</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} already approved</source>
            <extracomment>One: {n:,} already approved</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} already rejected</source>
            <extracomment>One: {n:,} already rejected</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} set aside</source>
            <extracomment>One: {n:,} set aside</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} withdrawn</source>
            <extracomment>One: {n:,} withdrawn</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} set aside for a colleague.</source>
            <extracomment>One: {n:,} set aside for a colleague.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} approved.</source>
            <extracomment>One: {n:,} approved.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} rejected: {reason}.</source>
            <extracomment>One: {n:,} rejected: {reason}.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} skipped.</source>
            <extracomment>One: {n:,} skipped.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} decided.</source>
            <extracomment>One: {n:,} decided.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>{n:,} were left out, because they have not been analysed yet.</source>
            <extracomment>One: {n:,} was left out, because it has not been analysed yet.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>None of the {n:,} has been analysed yet, so nobody has seen them. Wait until they have been.</source>
            <extracomment>One: It has not been analysed yet, so nobody has seen it. Wait until it has been.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>None of the {n:,} can be opened, so they cannot be approved.</source>
            <extracomment>One: It cannot be opened, so it cannot be approved.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/grid/tally.py"></location>
            <source>Nothing was approved: {n:,} of the {of:,} selected cannot be opened, so they cannot be approved.</source>
            <extracomment>One: Nothing was approved: {n:,} of the {of:,} selected cannot be opened, so it cannot be approved.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/wording.py"></location>
            <source>asked</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/wording.py"></location>
            <source>{distance:.2f} · {word}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/wording.py"></location>
            <location filename="../../curator/ui/review/copies.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>nobody claimed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/grid/wording.py"></location>
            <source>advice: {advice}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Background work</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Pause</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Go on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Ends the load; what was loaded stays.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Looking through the folders …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Loading {done:,} of {total:,}</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>{n:,} pictures wait for analysis</source>
            <extracomment>One: {n:,} picture waits for analysis</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/activity.py"></location>
            <source>Paused</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>What was not taken in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>What is doubtful</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>What was refused, and warnings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>Copy the list</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>Close</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>Correct what is named here and load it again: what is there already is not loaded twice.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>{n:,} were not taken in</source>
            <extracomment>One: {n:,} was not taken in</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>{n:,} warnings</source>
            <extracomment>One: {n:,} warning</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>Everything was taken in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>Taken in, but doubtful:</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>{file} cannot be a reference portrait of {name}. {reason}</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>{names} and {n:,} more</source>
            <extracomment>One: {names} and {n:,} more</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/intake/refused.py"></location>
            <source>{count:,} photos cannot be reference portraits: of {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/key_help.py"></location>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Deciding and moving</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/key_help.py"></location>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Looking</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/key_help.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Catalogue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/key_help.py"></location>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Help</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/key_help.py"></location>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>{command} (hold the key)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/keys.py"></location>
            <source>Enter presses buttons and ends what is written or drawn, so it cannot be used here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/keys.py"></location>
            <source>Esc gives up what was begun, so it cannot be used here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/keys.py"></location>
            <source>Tab goes from field to field, so it cannot be used here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/keys.py"></location>
            <source>Space presses the button that is reached with Tab, so it cannot be used here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/keys.py"></location>
            <source>Text fields need this key, so it cannot be used here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/keys.py"></location>
            <source>Arrows and page keys move in lists, fields and pictures, so they cannot be used here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/keys.py"></location>
            <source>Alt with a letter opens the menus, so it cannot be used here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/load_wording.py"></location>
            <source>The load stopped. {reason} Load the same files again to go on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/load_wording.py"></location>
            <source>{n:,} politicians added</source>
            <extracomment>One: {n:,} politician added</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/load_wording.py"></location>
            <source>{n:,} politicians completed</source>
            <extracomment>One: {n:,} politician completed</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/load_wording.py"></location>
            <source>{n:,} pictures loaded</source>
            <extracomment>One: {n:,} picture loaded</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/load_wording.py"></location>
            <source>{n:,} portraits loaded</source>
            <extracomment>One: {n:,} portrait loaded</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/load_wording.py"></location>
            <source>{n:,} already there</source>
            <extracomment>One: {n:,} already there</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/load_wording.py"></location>
            <source>{n:,} portraits already there</source>
            <extracomment>One: {n:,} portrait already there</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/load_wording.py"></location>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>{n:,} refused</source>
            <extracomment>One: {n:,} refused</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/load_wording.py"></location>
            <source>Load cancelled: {what}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <source>When</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Curator</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <location filename="../../curator/ui/review/canvas.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Picture</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>Claim</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <source>What</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/model.py"></location>
            <source>erased ({digest})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Search curators, pictures, claims, reasons, notes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Search the log</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Decision log</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/log/page.py"></location>
            <source>{n:,} found, searching …</source>
            <extracomment>One: {n:,} found, searching …</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/log/page.py"></location>
            <source>{n:,} read …</source>
            <extracomment>One: {n:,} read …</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/log/page.py"></location>
            <source>{n:,} rows found</source>
            <extracomment>One: {n:,} row found</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/log/page.py"></location>
            <source>{n:,} rows</source>
            <extracomment>One: {n:,} row</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>scroll on for older rows</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Nothing found</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>No row of the log holds all these words.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Nothing decided yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/page.py"></location>
            <source>Every decision, undo and corrected claim is written down here for good.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>What was seen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Claim: {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>“{note}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Show the picture</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Nothing is noted anew here: it brings back an earlier row.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Versions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>What was seen then</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Distances</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Thresholds</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/seen.py"></location>
            <source>Select a row to see what lay before the curator.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>with others at once</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>from a merged catalogue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>by a rule</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Strong up to</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Match without a claim up to</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Match of the claim up to</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Look closer without a claim up to</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Look closer at the claim up to</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Could be either, when closer together than</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Small face below</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Not compared below</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Bystander below a share of</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Same picture up to</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Perhaps the same up to</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>{n} of 256 points</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>claim corrected from {before} to {after}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>undo of #{number}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>undo #{number} taken back: {verdict}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>{verdict}, {origin}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>No advice yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Advice: {advice}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>someone removed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>The face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Face {number}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>{face} (drawn by hand)</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>{n:,} more faces</source>
            <extracomment>One: {n:,} more face</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Rule set</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>version {version}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>Sent in as</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <source>SHA-256 of the file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>set aside for a colleague</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/log/wording.py"></location>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>opened again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <source>A new or empty folder for the catalogue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <source>The folder of the catalogue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <source>Pictures and tables</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>All files</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <source>Pictures to load</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <source>A folder of pictures to load</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>A folder laid out as Country/Name Surname</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <location filename="../../curator/ui/settings/person.py"></location>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Your name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <source>It signs your decisions:</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <source>Curator {version}. It works on this computer only and sends nothing anywhere.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/main_window.py"></location>
            <source>Show which</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/menus.py"></location>
            <source>How pictures are veiled</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/messages.py"></location>
            <source>A mistake in Curator</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/messages.py"></location>
            <source>Report</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/messages.py"></location>
            <source>Copy the report</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/messages.py"></location>
            <source>Something went wrong inside Curator.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/messages.py"></location>
            <source>Decisions that were saved are safe. Please send this report to whoever looks after Curator; it names no one. The log lies in {log}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/moments.py"></location>
            <source>{day} {month} {year}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/moments.py"></location>
            <source>{day} {month}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/moments.py"></location>
            <source>{day}, {time}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <source>Nobody: nothing is claimed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <source>Name, country or role</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <source>Who is it?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <source>Nobody of that name is in the index.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/politician_picker.py"></location>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>Correct the claim</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>someone else</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>many faces</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>Other reason</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <source>Reject for another reason</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Reject: {reason}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/pickers/reason_group.py"></location>
            <location filename="../../curator/ui/widgets/buttons.py"></location>
            <source>Key {key}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board.py"></location>
            <source>Coverage of the offices</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board.py"></location>
            <source>with portraits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board.py"></location>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>no portrait</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board.py"></location>
            <source>nobody named</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_delegate.py"></location>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Nobody named</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_delegate.py"></location>
            <source>No portrait</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_model.py"></location>
            <source>{country}, {gaps}</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/board_model.py"></location>
            <source>{n} gaps</source>
            <extracomment>One: {n} gap</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_model.py"></location>
            <source>complete</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_view.py"></location>
            <source>Arrow keys move over the board; Enter shows the submissions of an office.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_view.py"></location>
            <source>Gaps first</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/board_view.py"></location>
            <source>By name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/confirm.py"></location>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <location filename="../../curator/ui/queue/saved_page.py"></location>
            <source>Remove</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/confirm.py"></location>
            <source>Keep</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{role}, {country}</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{n} people</source>
            <extracomment>One: {n} person</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{office}: nobody is named yet. Press Enter to add someone.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{office}: {name}, {counts}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{office}: {n} people ({names}), {counts}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{named} of {all} offices named</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{n} with portraits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{n} in other offices</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{n:,} portraits</source>
            <extracomment>One: {n:,} portrait</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/coverage.py"></location>
            <source>{name}, {portraits}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>Save</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>Discard</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>New politician</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>Photos are added afterwards.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>Add</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>Remove {name} and {n:,} portraits?</source>
            <extracomment>One: Remove {name} and {n} portrait?</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>Remove {name}?</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>{n:,} open claims name them.</source>
            <extracomment>One: {n} open claim names them.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>No office, no country</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>{name} is in the index already, for {country}. Go on only if this is somebody else.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/detail.py"></location>
            <source>{name} is in the index already, without a country. Go on only if this is somebody else.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/distances.py"></location>
            <source>{one} and {other}: {distance:.2f}, far apart for one person.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/distances.py"></location>
            <source>{one} and {other}: {distance:.2f}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/distances.py"></location>
            <source>Distances between the portraits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/drops.py"></location>
            <source>Import politicians from “{file}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/drops.py"></location>
            <source>Drop one folder or one table at a time, or photos only.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/drops.py"></location>
            <source>Select a politician first, then drop the photos.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/drops.py"></location>
            <source>Add {n:,} photos of {name}</source>
            <extracomment>One: Add {n} photo of {name}</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <location filename="../../curator/ui/politicians/people_model.py"></location>
            <source>No country</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Another country …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <location filename="../../curator/ui/politicians/people_delegate.py"></location>
            <source>No office</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Given name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Surname</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Country</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Name of the country</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/form.py"></location>
            <source>Role</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Select an office</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Click a cell, or move with the arrow keys. Who holds the office and what was sent in about them is shown here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Submissions of all {n}</source>
            <extracomment>One: Submissions of {n}</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Enter</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>What is sent in about whoever holds this office cannot be compared until they are added.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Add someone</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>No portrait: nothing can be compared.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>{n} portraits disagree</source>
            <extracomment>One: {n} portrait disagrees</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Show submissions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Open</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/office_panel.py"></location>
            <source>Shift+Enter</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>Tables</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>A table of politicians</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>Coverage</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>People</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>Import …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>Add politician</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>No politicians yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>Drop a folder here that is laid out as Country/Name Surname/*.jpg, or a table (CSV) with the columns country, role, name, surname. Pictures are compared with the photos that lie there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>A folder: Country/Name Surname/photos …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/page.py"></location>
            <source>A table (CSV): country, role, name, surname …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_delegate.py"></location>
            <source>{n} of {all} disagree</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Nobody selected</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Select a politician at the left, or add one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Search names, countries, roles</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Search names, countries and roles</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Without portrait</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Nobody fits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>No politician fits the search. Use fewer words, or clear it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Show everyone</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>{n:,} shown</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Photos</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/people_view.py"></location>
            <source>Photos of one face each</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>used</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>refused</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>waiting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>Curator looks for the face.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>Disagrees with the others: {distance:.2f} to the nearest. Is it the same person?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portrait_model.py"></location>
            <source>{distance:.2f} to the others</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits.py"></location>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Reference portraits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>Remove photo</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>Add photos …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>No reference portraits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>Nothing can be compared with this politician yet. Drop real photos here, each with one face; three to five are good.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>Remove {file}?</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>Remove {n} photos?</source>
            <extracomment>One: Remove {n} photo?</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>{n:,} used</source>
            <extracomment>One: {n:,} used</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/portraits_panel.py"></location>
            <source>{n:,} waiting</source>
            <extracomment>One: {n:,} waiting</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <location filename="../../curator/ui/queue/list_view.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Submissions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Nearest other politicians</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Between the portraits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Comparing …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Numbers 1 to {n} are those on the portraits. 0 is the same face.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Two portraits can be compared with each other. Add photos.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>There are too many for a table; each portrait tells its distance.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Easily mistaken for {n} others: look closer at what claims any of them.</source>
            <extracomment>One: Easily mistaken for {n} other: look closer at what claims either.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>look-alike</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Nobody can be compared yet: add portraits of this politician.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/relations_panel.py"></location>
            <source>Nobody else in the index has a portrait.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Refs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Real</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Fake</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>To do</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Approved portraits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Approved deepfakes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>Pending</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>reference portraits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>approved portraits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>approved deepfakes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>pending</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>{short}: {meaning}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>no reference portrait</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>{n:,} reference portraits</source>
            <extracomment>One: {n:,} reference portrait</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>no approved portrait</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>{n:,} approved portraits</source>
            <extracomment>One: {n:,} approved portrait</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>no approved deepfake</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>{n:,} approved deepfakes</source>
            <extracomment>One: {n:,} approved deepfake</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>nothing pending</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/politicians/tallies.py"></location>
            <source>{n:,} pending</source>
            <extracomment>One: {n:,} pending</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/active_filters.py"></location>
            <source>Take off the filter {words}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/active_filters.py"></location>
            <source>Filters that are on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/active_filters.py"></location>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>Clear all</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Today</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Last 7 days</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Last 30 days</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Received from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Received until</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/day_range.py"></location>
            <source>Days are counted in UTC. Here they begin at {time}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/drop_note.py"></location>
            <location filename="../../curator/ui/widgets/notices.py"></location>
            <source>Close this notice</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/drop_note.py"></location>
            <source>{n:,} undecided submissions do not fit the filters any more</source>
            <extracomment>One: {n:,} undecided submission does not fit the filters any more</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_page.py"></location>
            <source>Search in this list</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_page.py"></location>
            <source>Search in: {facet}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_page.py"></location>
            <source>Nothing in this list fits the search.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_page.py"></location>
            <source>No submission tells anything here yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Advice</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>What was found</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Kind</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Politician</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Source</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Verdict</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Reason of the verdict</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Look closer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Clear</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Deepfakes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Portraits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Face in profile or blurred</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>More than one face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Face too small</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Claim is near, not certain</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Claim is not in the index</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>Nobody is claimed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Not compared</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Could be someone else</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Duplicate</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Like another submission</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Looks like a real photo</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Cannot be opened</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Not known</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>From {day}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Until {day}</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>{facet}: {n}</source>
            <extracomment>One: {facet}: {n}</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/facet_words.py"></location>
            <source>Somebody who was removed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Received</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <location filename="../../curator/ui/queue/head.py"></location>
            <location filename="../../curator/ui/queue/saved_page.py"></location>
            <source>Saved filters</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>Filters</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>What to filter by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>Close the filters</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>Save these filters as …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>Name to save these filters under</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>{n:,} submissions fit</source>
            <extracomment>One: {n:,} submission fits</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/filter_panel.py"></location>
            <source>Replace</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>Which submissions are listed</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>Filters {n}</source>
            <extracomment>One: Filters {n}</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>Filters, {n} are on</source>
            <extracomment>One: Filters, {n} is on</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>How the list is sorted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>The other way round</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/queue/head.py"></location>
            <source>{n:,} listed</source>
            <extracomment>One: {n:,} listed</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>All decided</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Nothing here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>No submissions yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Nothing fits.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Nothing to review.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Nothing here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Drop pictures or folders here, or load them from a folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>No submission fits the search and the filters above.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Every submission has a verdict. Load more, or export the approved ones.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Clear all filters</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>Export …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/nothing.py"></location>
            <source>No submission is listed under “{list}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/saved_page.py"></location>
            <source>Nothing is saved yet. Choose filters, give them a name below, and save them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/saved_page.py"></location>
            <source>Use</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>To review</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Set aside</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Approved</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Rejected</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Withdrawn</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Everything</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Several verdicts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>By advice</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Most doubtful first</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Nearest first</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Newest first</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>By politician</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>By advice, backwards</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Clearest first</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Farthest first</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>Oldest first</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/scopes.py"></location>
            <source>By politician, Z to A</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/search_field.py"></location>
            <source>Search names, notes and files</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/search_field.py"></location>
            <source>Search names, notes, files</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/view.py"></location>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>Nothing is selected.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>{kind} · nobody claimed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>waits for a colleague</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>waiting for analysis</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>not assessed yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>who is it?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/queue/wording.py"></location>
            <source>{reason}?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas.py"></location>
            <source>Drag a box around the face, or use the arrow keys. Enter keeps it, Escape gives up.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas.py"></location>
            <source>Veiled. {words}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas.py"></location>
            <location filename="../../curator/ui/review/canvas_content.py"></location>
            <source>No picture.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_content.py"></location>
            <source>No face is marked.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_content.py"></location>
            <source>no name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_content.py"></location>
            <source>{face} (selected)</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/canvas_content.py"></location>
            <source>{n} faces: {faces}.</source>
            <extracomment>One: {n} face: {faces}.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <source>too small to name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>drawn by hand</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <source>{distance:.2f} {word}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <source>not {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/canvas_faces.py"></location>
            <source>nobody in the index</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>sent in as a deepfake</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>sent in as a portrait</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>compared with the nearest, {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>Correct the claim if you know who it is.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>no reference portraits</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/claim.py"></location>
            <source>{n} reference portraits</source>
            <extracomment>One: {n} reference portrait</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <source>Line through the eyes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>Back to the picture</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <source>Portrait over face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <source>Left shows the face, right the portrait</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <source>Turn over by itself</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <source>This face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <source>Portrait</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/controls.py"></location>
            <source>shows the other one</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Side by side</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Overlay</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Flicker</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Show the face beside the portrait</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Lay the portrait over the face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/modes.py"></location>
            <source>Show the face and the portrait in turn at the same place</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/plot.py"></location>
            <location filename="../../curator/ui/review/evidence.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>How far is far</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/plot.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>this face {distance:.2f}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/plot.py"></location>
            <source>a portrait of {name}, {distance:.2f} from their others</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/compare/plot.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>{n} own portraits</source>
            <extracomment>One: {n} own portrait</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/compare/plot.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>nearest others</source>
            <extracomment>One: nearest other</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/stage.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Previous portrait</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/stage.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Next portrait</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/stage.py"></location>
            <source>Comparison</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Hidden: marked as unsafe</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <location filename="../../curator/ui/review/face_pane.py"></location>
            <location filename="../../curator/ui/veil.py"></location>
            <source>Hidden</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Not analysed yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <source>Nobody knows where its face is</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Loading …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>The preview is missing</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <source>{face} and {portrait}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/view.py"></location>
            <source>Comparison with a reference portrait</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>match</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Nothing to compare</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Choose a submission to see its face beside a reference portrait.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>This picture cannot be read</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Curator is looking for faces in this picture. It will appear here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>No face to compare</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Curator found no face in this picture. If there is one, go back and draw a box around it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>{name} has no reference portraits that can be used. Add some on the page Politicians.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>this face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>face {place} of {count}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>{size} px</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>eyes guessed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>portrait {place} of {count}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>{distance:.2f} from this face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>This face has not been compared with {name}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>This face is {distance:.2f} from {name}: {word}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Nobody of the index is claimed; the nearest is {name} at {distance:.2f}: {word}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Their own portraits lie {near:.2f} to {far:.2f} from each other.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Their own portraits lie {near:.2f} from each other.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>With one portrait it cannot be told how far their own portraits differ.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>The nearest other person is {name} at {distance:.2f}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Nearest others: {names}</source>
            <extracomment>One: Nearest other: {names}</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Not in the index</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>{name} is not in the index, and nobody in it is near. Add them on the page Politicians, or correct the claim.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>Nobody to compare with</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/compare/wording.py"></location>
            <source>Nothing is claimed, and this face was not compared with anybody. Say whom it shows, or add politicians with reference portraits.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>Near-duplicates</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>No near-duplicates</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>No other submission looks like this one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>{n} pictures that look the same</source>
            <extracomment>One: {n} picture</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>Choose the one to keep. The other undecided ones are rejected as duplicates, in one step.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>Choose the one to keep. {n} look alike but show other faces: they are left as they are.</source>
            <extracomment>One: Choose the one to keep. {n} looks alike but shows another face: it is left as it is.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>Keep this, reject {n} as duplicates</source>
            <extracomment>One: Keep this, reject {n} as duplicate</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>Nothing left to reject</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>{width} × {height} · received {day}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>{name} · {verdict}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>on the desk</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>another face, {bits} of 256 points differ</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>mirrored, {bits} of 256 points differ</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/copies.py"></location>
            <source>{bits} of 256 points differ</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>Hold {key} to look.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>No face is selected.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>There is nothing on the desk to compare.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>Curator is looking for faces …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>Opening the picture …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/desk.py"></location>
            <source>The preview of this picture is missing.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/evidence.py"></location>
            <source>Evidence</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/evidence.py"></location>
            <source>Choose a submission to see whom it shows, and what speaks for and against it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>File</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Where it came from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>submission {number}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>The same picture, sent in again</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>and {n} more</source>
            <extracomment>One: and {n} more</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Sent by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>nobody is named</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>not known</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Size</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>Shown</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>{format}, {width} × {height} px</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>{n} bytes</source>
            <extracomment>One: {n} byte</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>the first of {n} frames of an animation</source>
            <extracomment>One: the only frame of an animation</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>only as far as the file goes, the rest is missing</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/facts.py"></location>
            <source>turned by {degrees}° so that the face is upright</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Kept</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Against it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>Note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Findings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>The picture has not been analysed yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Waiting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Reject it as unreadable, or ask the sender for another copy.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/findings.py"></location>
            <source>Show submission {number}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/folded.py"></location>
            <source>Show less</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/folded.py"></location>
            <source>Show all</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>received {day}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/head.py"></location>
            <source>{width} × {height} · {kind} · received {day}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>with several at once</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>History</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>an earlier step</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>Took back “{what}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>Did again “{what}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/history.py"></location>
            <source>claim corrected: {before} → {after}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>Copy the note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>No note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/note.py"></location>
            <source>What colleagues should know</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/ranking.py"></location>
            <source>Nearest politicians</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/ranking.py"></location>
            <source>{name}, the claim</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/ranking.py"></location>
            <source>{name}, rank {rank}, {distance:.2f}, {word}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/ranking.py"></location>
            <source>politician {number}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>No face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>No picture</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>portrait {number} of {count}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>{size}, drawn by hand</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>face {number} of {count} · {size}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/side_by_side.py"></location>
            <source>this face · {size}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>This face is at {distance:.2f}: {band}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>The politician's own {n} portraits lie {span} from each other.</source>
            <extracomment>One: The politician's own portrait lies {span} from the others.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>The nearest {n} others lie {span} from this face.</source>
            <extracomment>One: The nearest other lies {span} from this face.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>Up to {match:.2f} is a match, up to {closer:.2f} look closer, beyond is no match.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/strip.py"></location>
            <source>{near} to {far}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>approve {what}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>reject {what}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>skip {what}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>withdraw {what}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>open {what} again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>claim of {what}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>faces of {what}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>kind of {what}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>note on {what}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>ask about {what}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Decided</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Undo: {step}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Do again: {step}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>Nothing loaded yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>All {n:,} decided</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>{decided:,} of {total:,} decided, {aside:,} set aside</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>{decided:,} of {total:,} decided</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>{n:,} submissions</source>
            <extracomment>One: {n:,} submission</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>{verdict} by {curator}, {day}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>{verdict} by {curator}, {day}: {reason}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>paused, {n:,} to analyse</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>paused</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>analysing {n:,} more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>loading</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>loading {done:,} of {total:,}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <source>A picture that cannot be opened cannot be approved.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review/verdict_bar.py"></location>
            <location filename="../../curator/ui/review_page.py"></location>
            <source>Wait until the picture has been analysed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review_page.py"></location>
            <source>There is nothing on the desk to decide about.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review_page.py"></location>
            <source>It is a portrait now.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review_page.py"></location>
            <source>It is a deepfake now.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review_page.py"></location>
            <source>The face was added. It is compared in the background.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/review_page.py"></location>
            <source>Marked as not a face. Undo brings it back.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/review_page.py"></location>
            <source>{n} near-duplicates were rejected. Decide about the one that stays.</source>
            <extracomment>One: {n} near-duplicate was rejected. Decide about the one that stays.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/session.py"></location>
            <source>A load was interrupted last time. Curator goes on with it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/session.py"></location>
            <source>The workers are busy with an export.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/session.py"></location>
            <source>Change the detector when it is done.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/session.py"></location>
            <source>Something was decided while the export was written. Export again to include it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>What the program compares with before it advises. Rule set {rules}. They hold for this catalogue; each decision keeps those of its day.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Put in force</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Discard the changes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Restore defaults</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>changed, default {value}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>default {value}</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>Not in force yet. {n:,} undecided submissions would be assessed anew; decisions stay as they are.</source>
            <extracomment>One: Not in force yet. {n:,} undecided submission would be assessed anew; decisions stay as they are.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>The defaults are in force.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>In force, with {n} thresholds of this catalogue's own.</source>
            <extracomment>One: In force, with {n} threshold of this catalogue's own.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/advice.py"></location>
            <source>In force. {n:,} undecided submissions are assessed anew.</source>
            <extracomment>One: In force. {n:,} undecided submission is assessed anew.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>This computer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>How pictures are analysed here. What was found stays.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>One, to spare the battery</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Look at all undecided pictures again …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Leave them</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Workers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Pictures that are analysed at the same time.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>How faces are looked for</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>It counts for pictures that are analysed from now on. Distances stay comparable.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>What the workers report</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Detector</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Encodings by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Network</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Memory</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Up to {n:,} pictures at the same time here. It holds at once; each worker takes 150 to 300 MB.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>One picture at a time is all that fits here. A worker takes 150 to 300 MB.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>at most {size} a worker</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>not limited on this system</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>no worker has started yet; one does with the next picture</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>All is as it was asked for.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>No analysed picture is undecided.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>{n:,} undecided pictures would wait for a new analysis. Faces are found anew; what was drawn by hand stays.</source>
            <extracomment>One: {n:,} undecided picture would wait for a new analysis. Faces are found anew; what was drawn by hand stays.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>Look at {n:,} pictures again</source>
            <extracomment>One: Look at {n:,} picture again</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/engine.py"></location>
            <source>{n:,} pictures wait in line to be looked at.</source>
            <extracomment>One: {n:,} picture waits in line to be looked at.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>It could not be done.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>One folder holds all: the database, the pictures, and backups.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Id</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>On the disk</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Back up now</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Check this catalogue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Progress of the check</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>being counted …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>A copy of the database with all names and decisions, without pictures. What is erased later stays in it: delete old backups.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Reads the database, the decision log and every original again. Work goes on meanwhile.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>{total:,}, of which {undecided:,} undecided</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Copying the database …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Saved as {file}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Reading the database and the decisions …</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/keeping.py"></location>
            <source>Reading {done:,} of {n:,} pictures</source>
            <extracomment>One: Reading {done:,} of {n:,} picture</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Press a key</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Esc keeps it as it was, Backspace takes it away.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Change</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Change the key of “{command}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Restore the usual keys of “{command}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Use it here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>Keep as it was</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/key_row.py"></location>
            <source>no key</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Every command can be called by a key that lies well for you.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Search commands and keys</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>No command has these words or this key.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Restore all usual keys</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Restore them</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>Keep mine</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>{n} commands would get their usual keys back.</source>
            <extracomment>One: {n} command would get its usual keys back.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/keys.py"></location>
            <source>All keys are the usual ones again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <location filename="../../curator/ui/theme.py"></location>
            <source>As the system</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>You</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Kept on this computer, for your account.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>It signs your decisions.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>It signs your decisions, and stays in the log of the catalogue.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Language</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Another language is spoken from the next start on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Colours</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>usual</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Text size</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>after {n} minutes</source>
            <extracomment>One: after {n} minute</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>never</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Suggest a break</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Hold {key} to see one as it is. Each curator has a choice of their own.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/person.py"></location>
            <source>Each curator has a choice of their own.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Distance of a face to a politician</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Size of a face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Two pictures that look the same</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>“Strong” up to</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A third of true faces lie below. Of 882 strangers none came so near to anybody.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Names a face by itself. 95 of 100 true faces lie below; 0 to 2 of 100 strangers are named wrongly among 50 politicians.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Confirms a claim when nobody is nearer. 99 of 100 true faces lie below; of 882 strangers 1 when claimed at random, 1 of 9 when claimed as whom they resemble most.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Up to here a politician is offered for a face without a claim. Of true faces 99 of 100 lie below, of strangers fewer than 1 of 100.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Beyond it a claim is advised against. With one reference portrait true faces reached just below it; of strangers claimed at random 1 to 4 of 100 lie within.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Two politicians are too close to tell apart below</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>If the distances of the nearest two differ by less than this, the face could be either, and a person has to look. It doubts 1 of 100 true faces, and a third of the look-alikes that would pass otherwise.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A face is small below</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A face shrunk to 60 pixels lies 0.13 from its own full copy, one of 100 pixels 0.06.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>px</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A face is not compared below</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A face shrunk to 40 pixels lies 0.22 from its own full copy, one of 30 pixels 0.30.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A bystander is smaller than this share of the main face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>A further face that is smaller, and too small to be compared, is looked at and not advised against. No measurement: a face on a poster should not cost a picture its place.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>The same picture up to</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Copies at a third of the size, strongly compressed or mirrored differ in 10 of 256 points at most (66 pictures).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>points</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Perhaps the same picture up to</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Most crops by 3 % lie below; of 62,621 pairs of different people's portraits none does. A larger number counts for pictures that are looked at from then on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>YuNet, then further means</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Finds small, turned, blurred and half hidden faces, too, and tries face_recognition's own way where it finds none. About 0.2 seconds a picture.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>HOG, as face_recognition does</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Upright faces from the front. It missed 7 of 19 faces in the campaign's own deepfakes. About 0.4 seconds a picture.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>CNN of face_recognition</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>Slow: about 10 seconds a picture, and 1 to 1.5 GB of memory for each worker.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>onnxruntime, with the network of face_recognition</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>face_recognition itself (dlib): the same numbers, more slowly</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>{database} database, {media} pictures with their previews</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>{database} database, {media} pictures with their previews, {backups} backups</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>{n:,} pictures</source>
            <extracomment>One: {n:,} picture</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>The check was cancelled. Nothing was wrong up to then, with {pictures} read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>All is in order: the database, the decision log and {pictures}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>{n:,} complaints. Keep a copy of the folder before you change anything.</source>
            <extracomment>One: {n:,} complaint. Keep a copy of the folder before you change anything.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>The check was cancelled.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../curator/ui/settings/wording.py"></location>
            <source>And {n:,} more; “curator verify” lists all.</source>
            <extracomment>One: And {n:,} more; “curator verify” lists all.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Go on with {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Begin in an empty folder of this computer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Go on where you or a colleague stopped.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Look at the sample</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Try everything with invented people and drawn faces.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Look through the pictures that people sent in, decide about each, and hand on what is good.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Your name (it signs your decisions)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/start/page.py"></location>
            <source>Everything stays on this computer: no picture, name or face is sent anywhere.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/theme.py"></location>
            <source>Light</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/theme.py"></location>
            <source>Dark</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/veil.py"></location>
            <source>Not at all</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/veil.py"></location>
            <source>Without colour</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../curator/ui/veil.py"></location>
            <source>Blurred and without colour</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
</TS>
