<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Infinibay Desktop</source>
        <translation>Über Infinibay Desktop</translation>
    </message>
    <message>
        <source>Uses Qt and PySide (LGPL), libvirt (LGPL), SQLAlchemy (MIT) and the Lucide symbols (ISC). Each keeps its own licence.</source>
        <translation>Verwendet Qt und PySide (LGPL), libvirt (LGPL), SQLAlchemy (MIT) und die Lucide-Symbole (ISC). Für jedes gilt die eigene Lizenz.</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Virtual machines of this computer and of others, in one window.</source>
        <translation>Virtuelle Maschinen dieses und anderer Computer in einem Fenster.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>ActButtons</name>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>Heruntergefahren</translation>
    </message>
    <message>
        <source>Rebooted</source>
        <translation>Neu gestartet</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurückgesetzt</translation>
    </message>
    <message>
        <source>Forced off</source>
        <translation>Ausschalten erzwungen</translation>
    </message>
    <message>
        <source>Saved to disk</source>
        <translation>Zustand gespeichert</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Umbenannt</translation>
    </message>
    <message>
        <source>Changed the description</source>
        <translation>Beschreibung geändert</translation>
    </message>
    <message>
        <source>Changed the size</source>
        <translation>Größe geändert</translation>
    </message>
    <message>
        <source>Changed the start with the host</source>
        <translation>Start mit dem Host geändert</translation>
    </message>
    <message>
        <source>Opened the console</source>
        <translation>Konsole geöffnet</translation>
    </message>
    <message>
        <source>Opened the serial console</source>
        <translation>Serielle Konsole geöffnet</translation>
    </message>
    <message>
        <source>Added the agent&apos;s channel</source>
        <translation>Kanal des Agenten hinzugefügt</translation>
    </message>
    <message>
        <source>Delivered the agent</source>
        <translation>Agenten bereitgestellt</translation>
    </message>
    <message>
        <source>Took the agent&apos;s CD out</source>
        <translation>CD des Agenten entnommen</translation>
    </message>
    <message>
        <source>Upgraded the agent</source>
        <translation>Agenten aktualisiert</translation>
    </message>
    <message>
        <source>Moved to a department</source>
        <translation>In eine Abteilung verschoben</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Zugewiesen</translation>
    </message>
    <message>
        <source>Granted a right</source>
        <translation>Recht erteilt</translation>
    </message>
    <message>
        <source>Took back a right</source>
        <translation>Recht entzogen</translation>
    </message>
    <message>
        <source>Ended a process inside</source>
        <translation>Prozess in der Maschine beendet</translation>
    </message>
    <message>
        <source>Changed a service inside</source>
        <translation>Dienst in der Maschine geändert</translation>
    </message>
    <message>
        <source>Installed a package inside</source>
        <translation>Paket in der Maschine installiert</translation>
    </message>
    <message>
        <source>Removed a package inside</source>
        <translation>Paket in der Maschine entfernt</translation>
    </message>
    <message>
        <source>Updated packages inside</source>
        <translation>Pakete in der Maschine aktualisiert</translation>
    </message>
    <message>
        <source>Froze the file systems inside</source>
        <translation>Dateisysteme in der Maschine eingefroren</translation>
    </message>
    <message>
        <source>Thawed the file systems inside</source>
        <translation>Dateisysteme in der Maschine freigegeben</translation>
    </message>
    <message>
        <source>Set a user&apos;s password inside</source>
        <translation>Benutzerpasswort in der Maschine festgelegt</translation>
    </message>
    <message>
        <source>Ran a program inside</source>
        <translation>Programm in der Maschine ausgeführt</translation>
    </message>
    <message>
        <source>Read a file inside</source>
        <translation>Datei in der Maschine gelesen</translation>
    </message>
    <message>
        <source>Wrote a file inside</source>
        <translation>Datei in der Maschine geschrieben</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Set a member</source>
        <translation>Mitglied festgelegt</translation>
    </message>
    <message>
        <source>Removed a member</source>
        <translation>Mitglied entfernt</translation>
    </message>
    <message>
        <source>Changed their own profile</source>
        <translation>Eigenes Profil geändert</translation>
    </message>
    <message>
        <source>Reset the password</source>
        <translation>Passwort zurückgesetzt</translation>
    </message>
    <message>
        <source>Changed the password</source>
        <translation>Passwort geändert</translation>
    </message>
    <message>
        <source>Removed the password</source>
        <translation>Passwort entfernt</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Entsperrt</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Ended a sign-in</source>
        <translation>Anmeldung beendet</translation>
    </message>
    <message>
        <source>Signed out everywhere</source>
        <translation>Überall abgemeldet</translation>
    </message>
    <message>
        <source>Accepted the host&apos;s key</source>
        <translation>Schlüssel des Hosts akzeptiert</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Ran at once</source>
        <translation>Sofort ausgeführt</translation>
    </message>
    <message>
        <source>Exported the activity</source>
        <translation>Aktivität exportiert</translation>
    </message>
    <message>
        <source>Checked the record</source>
        <translation>Protokoll geprüft</translation>
    </message>
    <message>
        <source>Removed old entries</source>
        <translation>Alte Einträge entfernt</translation>
    </message>
    <message>
        <source>Lost entries</source>
        <translation>Einträge verloren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Blueprint</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Storage pool</source>
        <translation>Speicherpool</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Zeitgeber</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Das Programm</translation>
    </message>
</context>
<context>
    <name>ActivityActs</name>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Check the record</source>
        <translation>Protokoll prüfen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Versions, settings and the last errors, for a request for help</source>
        <translation>Versionen, Einstellungen und die letzten Fehler, für eine Bitte um Hilfe</translation>
    </message>
    <message>
        <source>Export the acts that are shown</source>
        <translation>Die angezeigten Aktionen exportieren</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>Export the activity</source>
        <translation>Aktivität exportieren</translation>
    </message>
    <message>
        <source>Stopped; no file was written.</source>
        <translation>Abgebrochen; es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Could not export the activity</source>
        <translation>Die Aktivität konnte nicht exportiert werden</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were written to {path}.</source>
        <translation>
            <numerusform>%n Zeile wurde in {path} geschrieben.</numerusform>
            <numerusform>%n Zeilen wurden in {path} geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The activity was exported</source>
        <translation>Die Aktivität wurde exportiert</translation>
    </message>
    <message>
        <source>Check the record of activity</source>
        <translation>Aktivitätsprotokoll prüfen</translation>
    </message>
    <message>
        <source>Could not check the record</source>
        <translation>Das Protokoll konnte nicht geprüft werden</translation>
    </message>
    <message>
        <source>The record was changed.</source>
        <translation>Das Protokoll wurde verändert.</translation>
    </message>
    <message>
        <source>Could not make the report</source>
        <translation>Der Bericht konnte nicht erstellt werden</translation>
    </message>
    <message>
        <source>The report is on the clipboard</source>
        <translation>Der Bericht ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>Look through it before you pass it on. It holds no passwords.</source>
        <translation>Sehen Sie ihn durch, bevor Sie ihn weitergeben. Er enthält keine Passwörter.</translation>
    </message>
</context>
<context>
    <name>ActivityDetails</name>
    <message>
        <source>What changed</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Place in the record</source>
        <translation>Stelle im Protokoll</translation>
    </message>
    <message>
        <source>Select an act to see all that is known of it.</source>
        <translation>Wählen Sie eine Aktion aus, um alles zu sehen, was darüber bekannt ist.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Record</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Filter: who:me outcome:failed since:7d</source>
        <translation>Filtern: who:me outcome:failed since:7d</translation>
    </message>
    <message>
        <source>Filter: severity:high since:7d</source>
        <translation>Filtern: severity:high since:7d</translation>
    </message>
</context>
<context>
    <name>ActivityTable</name>
    <message>
        <source>No entry with this number</source>
        <translation>Kein Eintrag mit dieser Nummer</translation>
    </message>
</context>
<context>
    <name>ActsTab</name>
    <message>
        <source>Acts</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>Show new acts</source>
        <translation>Neue Aktionen anzeigen</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>Noch keine Aktionen</translation>
    </message>
    <message>
        <source>Every act is recorded here: who did what to what, from where, and how it ended.</source>
        <translation>Hier wird jede Aktion festgehalten: wer was womit getan hat, von wo aus und mit welchem Ergebnis.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>No act matches</source>
        <translation>Keine passende Aktion</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The record could not be read</source>
        <translation>Das Protokoll konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>The filter takes words and marks such as who:me, what:start, on:web, outcome:failed, since:7d and until:2026-03-01.</source>
        <translation>Der Filter nimmt Wörter und Merkmale wie who:me, what:start, on:web, outcome:failed, since:7d und until:2026-03-01 an.</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s)</source>
        <translation>
            <numerusform>%n Aktion</numerusform>
            <numerusform>%n Aktionen</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} acts so far; scroll for more</source>
        <translation>Bisher {number} Aktionen; blättern Sie für weitere</translation>
    </message>
    <message>
        <source>not understood: {words}</source>
        <translation>nicht verstanden: {words}</translation>
    </message>
</context>
<context>
    <name>AdministratorForm</name>
    <message>
        <source>You sign in with it. Nothing is ever sent there.</source>
        <translation>Damit melden Sie sich an. Es wird nie etwas dorthin gesendet.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>Auf diesem Computer angemeldet bleiben</translation>
    </message>
    <message>
        <source>Type an e-mail address.</source>
        <translation>Geben Sie eine E-Mail-Adresse ein.</translation>
    </message>
</context>
<context>
    <name>AdvancedCard</name>
    <message>
        <source>Automatic: what the system needs</source>
        <translation>Automatisch: was das System benötigt</translation>
    </message>
    <message>
        <source>BIOS</source>
        <translation>BIOS</translation>
    </message>
    <message>
        <source>UEFI</source>
        <translation>UEFI</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>The disk may be larger than what is free now (sparse)</source>
        <translation>Der Datenträger darf größer sein als der derzeit freie Platz (sparse)</translation>
    </message>
    <message>
        <source>Start it with its host</source>
        <translation>Mit dem Host starten</translation>
    </message>
    <message>
        <source>Automatic ({pool})</source>
        <translation>Automatisch ({pool})</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>BIOS starts faster; Windows 11 needs UEFI and gets it.</source>
        <translation>BIOS startet schneller; Windows 11 benötigt UEFI und erhält es.</translation>
    </message>
    <message>
        <source>Where its disk is made. The pool &apos;default&apos; is taken where there is one.</source>
        <translation>Wo der Datenträger angelegt wird. Wenn es den Pool „default“ gibt, wird er verwendet.</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Storage pool</source>
        <translation>Speicherpool</translation>
    </message>
</context>
<context>
    <name>AfterCard</name>
    <message>
        <source>Description (optional)</source>
        <translation>Beschreibung (optional)</translation>
    </message>
    <message>
        <source>Start it when it is made</source>
        <translation>Nach dem Erstellen starten</translation>
    </message>
    <message>
        <source>Show its console then</source>
        <translation>Danach die Konsole anzeigen</translation>
    </message>
    <message>
        <source>Not suggested: its disk is empty and nothing is there to start from. Attach an installer first, or choose one above.</source>
        <translation>Nicht empfohlen: Der Datenträger ist leer, und es gibt nichts, wovon die Maschine starten kann. Schließen Sie zuerst ein Installationsmedium an, oder wählen Sie oben eines aus.</translation>
    </message>
</context>
<context>
    <name>AgentActs</name>
    <message>
        <source>Install agent…</source>
        <translation>Agenten installieren…</translation>
    </message>
    <message>
        <source>Upgrade agent</source>
        <translation>Agenten aktualisieren</translation>
    </message>
    <message>
        <source>Could not upgrade the agent in &apos;{name}&apos;</source>
        <translation>Der Agent in „{name}“ konnte nicht aktualisiert werden</translation>
    </message>
    <message>
        <source>The agent in &apos;{name}&apos; is as new already</source>
        <translation>Der Agent in „{name}“ ist bereits aktuell</translation>
    </message>
    <message>
        <source>The agent in &apos;{name}&apos; was upgraded</source>
        <translation>Der Agent in „{name}“ wurde aktualisiert</translation>
    </message>
    <message>
        <source>Upgrade the agent in &apos;{name}&apos;</source>
        <translation>Agenten in „{name}“ aktualisieren</translation>
    </message>
</context>
<context>
    <name>AgentNotice</name>
    <message>
        <source>Install agent…</source>
        <translation>Agenten installieren…</translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation>Kanal hinzufügen</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Ask its owner or an administrator for the right to look inside.</source>
        <translation>Bitten Sie den Besitzer oder einen Administrator um das Recht, hineinzusehen.</translation>
    </message>
    <message>
        <source>You may not look inside</source>
        <translation>Sie dürfen nicht hineinsehen</translation>
    </message>
    <message>
        <source>What runs inside shows when its host is connected again.</source>
        <translation>Was in der Maschine läuft, erscheint, sobald ihr Host wieder verbunden ist.</translation>
    </message>
    <message>
        <source>The host is not connected</source>
        <translation>Der Host ist nicht verbunden</translation>
    </message>
    <message>
        <source>Resume it to speak with its agent.</source>
        <translation>Setzen Sie die Maschine fort, um mit ihrem Agenten zu sprechen.</translation>
    </message>
    <message>
        <source>The machine is paused</source>
        <translation>Die Maschine ist angehalten</translation>
    </message>
    <message>
        <source>What runs inside shows while the machine runs.</source>
        <translation>Was in der Maschine läuft, wird angezeigt, solange sie läuft.</translation>
    </message>
    <message>
        <source>The machine does not run</source>
        <translation>Die Maschine läuft nicht</translation>
    </message>
    <message>
        <source>The machine has no channel to an agent</source>
        <translation>Die Maschine hat keinen Kanal zu einem Agenten</translation>
    </message>
    <message>
        <source>Add it: the machine has it at once, or from its next start.</source>
        <translation>Fügen Sie ihn hinzu: Die Maschine hat ihn sofort oder ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Another program speaks with the agent</source>
        <translation>Ein anderes Programm spricht mit dem Agenten</translation>
    </message>
    <message>
        <source>The program at &apos;{where}&apos; has the channel. It lets go of it for you.</source>
        <translation>Das Programm auf „{where}“ hat den Kanal. Es gibt ihn für Sie frei.</translation>
    </message>
    <message>
        <source>Another program has the channel. It lets go of it for you.</source>
        <translation>Ein anderes Programm hat den Kanal. Es gibt ihn für Sie frei.</translation>
    </message>
    <message>
        <source>Its system may be busy, restarting or without the agent. It is heard again by itself.</source>
        <translation>Das System ist vielleicht ausgelastet, startet neu oder hat keinen Agenten mehr. Meldet er sich wieder, wird das automatisch bemerkt.</translation>
    </message>
    <message>
        <source>A machine that just started needs a moment.</source>
        <translation>Eine gerade gestartete Maschine braucht einen Moment.</translation>
    </message>
    <message>
        <source>Waiting for the agent</source>
        <translation>Warten auf den Agenten</translation>
    </message>
    <message>
        <source>No agent answers</source>
        <translation>Kein Agent antwortet</translation>
    </message>
    <message>
        <source>Install the agent in the machine, or see whether its service runs. Some systems take long to start.</source>
        <translation>Installieren Sie den Agenten in der Maschine, oder prüfen Sie, ob sein Dienst läuft. Manche Systeme brauchen lange zum Starten.</translation>
    </message>
</context>
<context>
    <name>AgentWords</name>
    <message>
        <source>The machine has no channel to an agent.</source>
        <translation>Die Maschine hat keinen Kanal zu einem Agenten.</translation>
    </message>
    <message>
        <source>No agent has spoken yet.</source>
        <translation>Noch hat sich kein Agent gemeldet.</translation>
    </message>
    <message>
        <source>The agent talks: {version}, {system}.</source>
        <translation>Der Agent meldet sich: {version}, {system}.</translation>
    </message>
    <message>
        <source>The agent is silent: {version}, {system}.</source>
        <translation>Der Agent ist verstummt: {version}, {system}.</translation>
    </message>
    <message>
        <source>Another program speaks with the agent.</source>
        <translation>Ein anderes Programm spricht mit dem Agenten.</translation>
    </message>
    <message>
        <source>The machine does not run.</source>
        <translation>Die Maschine läuft nicht.</translation>
    </message>
    <message>
        <source>no channel</source>
        <translation>kein Kanal</translation>
    </message>
    <message>
        <source>none has spoken</source>
        <translation>noch keiner gemeldet</translation>
    </message>
    <message>
        <source>talking</source>
        <translation>meldet sich</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>verstummt</translation>
    </message>
    <message>
        <source>another program has it</source>
        <translation>von anderem Programm belegt</translation>
    </message>
    <message>
        <source>{version}, silent</source>
        <translation>{version}, verstummt</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Assign ({count})</source>
        <translation>Zuweisen ({count})</translation>
    </message>
    <message>
        <source>Choose who gets them.</source>
        <translation>Wählen Sie aus, wer sie erhält.</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
</context>
<context>
    <name>AvatarChoice</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Initialen</translation>
    </message>
</context>
<context>
    <name>Avatars</name>
    <message>
        <source>Bear</source>
        <translation>Bär</translation>
    </message>
    <message>
        <source>Cactus</source>
        <translation>Kaktus</translation>
    </message>
    <message>
        <source>Cat</source>
        <translation>Katze</translation>
    </message>
    <message>
        <source>Fox</source>
        <translation>Fuchs</translation>
    </message>
    <message>
        <source>Lighthouse</source>
        <translation>Leuchtturm</translation>
    </message>
    <message>
        <source>Mountain</source>
        <translation>Berg</translation>
    </message>
    <message>
        <source>Mushroom</source>
        <translation>Pilz</translation>
    </message>
    <message>
        <source>Owl</source>
        <translation>Eule</translation>
    </message>
    <message>
        <source>Panda</source>
        <translation>Panda</translation>
    </message>
    <message>
        <source>Penguin</source>
        <translation>Pinguin</translation>
    </message>
    <message>
        <source>Planet</source>
        <translation>Planet</translation>
    </message>
    <message>
        <source>Rabbit</source>
        <translation>Kaninchen</translation>
    </message>
    <message>
        <source>Sailing boat</source>
        <translation>Segelboot</translation>
    </message>
    <message>
        <source>Sunrise</source>
        <translation>Sonnenaufgang</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Whale</source>
        <translation>Wal</translation>
    </message>
</context>
<context>
    <name>BoardBar</name>
    <message>
        <source>Time range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Whole range</source>
        <translation>Ganzer Zeitraum</translation>
    </message>
    <message>
        <source>Undo zooming and moving (Home, or double click)</source>
        <translation>Vergrößern und Verschieben rückgängig machen (Pos1 oder Doppelklick)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Table as CSV…</source>
        <translation>Tabelle als CSV…</translation>
    </message>
    <message>
        <source>Picture as PNG…</source>
        <translation>Bild als PNG…</translation>
    </message>
    <message>
        <source>agent&apos;s view</source>
        <translation>Sicht des Agenten</translation>
    </message>
    <message>
        <source>host&apos;s view</source>
        <translation>Sicht des Hosts</translation>
    </message>
</context>
<context>
    <name>BoardExport</name>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Export as PNG</source>
        <translation>Als PNG exportieren</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>{names}, {begin} to {end}</source>
        <translation>{names}, {begin} bis {end}</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exportiert</translation>
    </message>
    <message>
        <source>The metrics were not exported</source>
        <translation>Die Messwerte wurden nicht exportiert</translation>
    </message>
    <message>
        <source>metrics</source>
        <translation>Messwerte</translation>
    </message>
</context>
<context>
    <name>BulkRun</name>
    <message>
        <source>{act}: {count} machines</source>
        <translation>{act}: {count} Maschinen</translation>
    </message>
    <message>
        <source>It was cut short.</source>
        <translation>Der Vorgang wurde vorzeitig beendet.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>{number} of {total}: &apos;{name}&apos;: {how}</source>
        <translation>{number} von {total}: „{name}“: {how}</translation>
    </message>
    <message>
        <source>{failed} of {total} failed</source>
        <translation>{failed} von {total} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>ausgelassen: {count}</translation>
    </message>
</context>
<context>
    <name>BusiestCard</name>
    <message>
        <source>Busiest machines</source>
        <translation>Am stärksten ausgelastete Maschinen</translation>
    </message>
</context>
<context>
    <name>ChangeGrid</name>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message numerus="yes">
        <source>%n more field(s) are in the export.</source>
        <translation>
            <numerusform>%n weiteres Feld steht im Export.</numerusform>
            <numerusform>%n weitere Felder stehen im Export.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangePasswordDialog</name>
    <message>
        <source>Change password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Aktuelles Passwort</translation>
    </message>
    <message>
        <source>Type your present password.</source>
        <translation>Geben Sie Ihr aktuelles Passwort ein.</translation>
    </message>
    <message>
        <source>This is not your present password.</source>
        <translation>Das ist nicht Ihr aktuelles Passwort.</translation>
    </message>
    <message>
        <source>Your password is changed</source>
        <translation>Ihr Passwort ist geändert</translation>
    </message>
</context>
<context>
    <name>ChartBoard</name>
    <message>
        <source>The history cannot be read</source>
        <translation>Der Verlauf kann nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Swap used</source>
        <translation>Swap belegt</translation>
    </message>
    <message>
        <source>{name}, {what}</source>
        <translation>{name}, {what}</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>Alle Kerne</translation>
    </message>
    <message>
        <source>CPU cores</source>
        <translation>CPU-Kerne</translation>
    </message>
    <message>
        <source>Core {name}</source>
        <translation>Kern {name}</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Disk activity</source>
        <translation>Datenträgeraktivität</translation>
    </message>
    <message>
        <source>Disk space used</source>
        <translation>Belegter Datenträgerplatz</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Mean of a minute</source>
        <translation>Mittel einer Minute</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>{chart}: {series}</source>
        <translation>{chart}: {series}</translation>
    </message>
    <message>
        <source>Live, 5 minutes</source>
        <translation>Live, 5 Minuten</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>6 hours</source>
        <translation>6 Stunden</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>{figure} °C</source>
        <translation>{figure} °C</translation>
    </message>
</context>
<context>
    <name>ChordField</name>
    <message>
        <source>Press the keys</source>
        <translation>Tasten drücken</translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation>Tasten drücken…</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Keep running in the background?</source>
        <translation>Im Hintergrund weiterlaufen?</translation>
    </message>
    <message>
        <source>In the background, hosts stay connected, and consoles and acts are one click away in the tray. You can change this in the settings.</source>
        <translation>Im Hintergrund bleiben die Hosts verbunden; Konsolen und Aktionen sind über den Infobereich mit einem Klick erreichbar. Dies lässt sich in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen</translation>
    </message>
    <message>
        <source>Quit while tasks are running?</source>
        <translation>Trotz laufender Aufgaben beenden?</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are running. What was begun is finished or undone the next time that the host is connected.</source>
        <translation>
            <numerusform>%n Aufgabe läuft. Was begonnen wurde, wird bei der nächsten Verbindung zum Host abgeschlossen oder rückgängig gemacht.</numerusform>
            <numerusform>%n Aufgaben laufen. Was begonnen wurde, wird bei der nächsten Verbindung zum Host abgeschlossen oder rückgängig gemacht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>Jetzt beenden</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Copy {command}</source>
        <translation>{command} kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Search for an act, a screen or a machine</source>
        <translation>Aktion, Ansicht oder Maschine suchen</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>Derzeit nicht verfügbar</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>%1, as last seen</source>
        <translation>%1, letzter bekannter Stand</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Keine Treffer.</translation>
    </message>
    <message>
        <source>Enter: open the console · Shift+Enter: show the machine</source>
        <translation>Eingabe: Konsole öffnen · Umschalt+Eingabe: Maschine anzeigen</translation>
    </message>
    <message>
        <source>Enter: do it · Escape: close</source>
        <translation>Eingabe: ausführen · Escape: schließen</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Do not ask again</source>
        <translation>Nicht erneut fragen</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>You may not see the screen of &apos;%1&apos; any more.</source>
        <translation>Sie dürfen den Bildschirm von „%1“ nicht mehr sehen.</translation>
    </message>
    <message>
        <source>The right to it was taken back while it was open.</source>
        <translation>Das Recht dazu wurde entzogen, während er geöffnet war.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; no longer exists.</source>
        <translation>„%1“ existiert nicht mehr.</translation>
    </message>
    <message>
        <source>The host of &apos;%1&apos; does not answer.</source>
        <translation>Der Host von „%1“ antwortet nicht.</translation>
    </message>
    <message>
        <source>The screen comes back by itself as soon as the host does.</source>
        <translation>Der Bildschirm erscheint von selbst wieder, sobald der Host antwortet.</translation>
    </message>
    <message>
        <source>The screen of &apos;%1&apos; is not connected.</source>
        <translation>Der Bildschirm von „%1“ ist nicht verbunden.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connecting to &apos;%1&apos; again…</source>
        <translation>Verbindung zu „%1“ wird wiederhergestellt…</translation>
    </message>
    <message>
        <source>Connecting to &apos;%1&apos;…</source>
        <translation>Verbindung zu „%1“ wird hergestellt…</translation>
    </message>
    <message>
        <source>The connection to the screen of &apos;%1&apos; was lost.</source>
        <translation>Die Verbindung zum Bildschirm von „%1“ ist abgebrochen.</translation>
    </message>
    <message>
        <source>The screen of &apos;%1&apos; cannot be shown yet.</source>
        <translation>Der Bildschirm von „%1“ kann noch nicht angezeigt werden.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>The screen of &apos;%1&apos; cannot be shown.</source>
        <translation>Der Bildschirm von „%1“ kann nicht angezeigt werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Trying again in %1 s</source>
        <translation>Neuer Versuch in %1 s</translation>
    </message>
    <message>
        <source>The host of &apos;%1&apos; does not answer; its screen still does.</source>
        <translation>Der Host von „%1“ antwortet nicht; der Bildschirm ist noch verbunden.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is paused.</source>
        <translation>„%1“ ist angehalten.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is asleep.</source>
        <translation>„%1“ ist im Standby.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is shut off.</source>
        <translation>„%1“ ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is saved to disk.</source>
        <translation>Der Zustand von „%1“ ist gespeichert.</translation>
    </message>
    <message>
        <source>It goes on where it was when it is started.</source>
        <translation>Beim Start läuft die Maschine dort weiter, wo sie war.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is being created.</source>
        <translation>„%1“ wird erstellt.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is being deleted.</source>
        <translation>„%1“ wird gelöscht.</translation>
    </message>
    <message>
        <source>What &apos;%1&apos; does is not known.</source>
        <translation>Der Zustand von „%1“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has crashed.</source>
        <translation>„%1“ ist abgestürzt.</translation>
    </message>
    <message>
        <source>Ctrl+Alt+F1 to F12</source>
        <translation>Strg+Alt+F1 bis F12</translation>
    </message>
</context>
<context>
    <name>ConsolePane</name>
    <message>
        <source>Wake up</source>
        <translation>Aufwecken</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>This program cannot show screens of this kind.</source>
        <translation>Dieses Programm kann Bildschirme dieser Art nicht anzeigen.</translation>
    </message>
    <message>
        <source>Screen of &apos;%1&apos;</source>
        <translation>Bildschirm von „%1“</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Nothing was saved: %1 cannot be written.</source>
        <translation>Nichts wurde gespeichert: %1 kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>ConsoleTools</name>
    <message>
        <source>&amp;Power</source>
        <translation>&amp;Ein/Aus</translation>
    </message>
    <message>
        <source>Send &amp;key</source>
        <translation>&amp;Taste senden</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>Save screenshot…</source>
        <translation>Bildschirmfoto speichern…</translation>
    </message>
    <message>
        <source>Share the clipboard</source>
        <translation>Zwischenablage teilen</translation>
    </message>
    <message>
        <source>Open in a window</source>
        <translation>In eigenem Fenster öffnen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Paste as keystrokes</source>
        <translation>Als Tastatureingaben einfügen</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>An das Fenster anpassen</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>Resize the machine&apos;s screen</source>
        <translation>Bildschirm der Maschine anpassen</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Ein/Aus</translation>
    </message>
    <message>
        <source>Send key</source>
        <translation>Taste senden</translation>
    </message>
    <message>
        <source>Size of the screen</source>
        <translation>Größe des Bildschirms</translation>
    </message>
</context>
<context>
    <name>ConsoleWindow</name>
    <message>
        <source>&amp;Machine</source>
        <translation>&amp;Maschine</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ConsoleWindows</name>
    <message>
        <source>start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Could not {act} &apos;{name}&apos;</source>
        <translation>{act} von „{name}“ nicht möglich</translation>
    </message>
</context>
<context>
    <name>CrashReports</name>
    <message>
        <source>Something went wrong inside the program</source>
        <translation>Im Programm ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>Please report it, with what Details shows. You can go on working.</source>
        <translation>Bitte melden Sie es, mit dem, was unter Details steht. Sie können weiterarbeiten.</translation>
    </message>
</context>
<context>
    <name>DatabaseCard</name>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Hosts, people, departments and all that is done are kept in:</source>
        <translation>Hosts, Personen, Abteilungen und alles, was getan wird, stehen in:</translation>
    </message>
    <message>
        <source>Another database</source>
        <translation>Andere Datenbank</translation>
    </message>
    <message>
        <source>The path of a SQLite file for one person, or the URL of a PostgreSQL database for several. Nothing is copied there. No password belongs here: use PostgreSQL&apos;s password file, ~/.pgpass.</source>
        <translation>Der Pfad einer SQLite-Datei für eine Person oder die URL einer PostgreSQL-Datenbank für mehrere. Dorthin wird nichts kopiert. Ein Passwort gehört nicht hierher: Benutzen Sie die Passwortdatei von PostgreSQL, ~/.pgpass.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Use from the next start</source>
        <translation>Ab dem nächsten Start benutzen</translation>
    </message>
    <message>
        <source>The next start uses %1, unless another database is named on the command line. To use it now, quit the program and start it again.</source>
        <translation>Der nächste Start benutzt %1, sofern die Befehlszeile keine andere Datenbank nennt. Um sie jetzt zu benutzen, beenden Sie das Programm und starten Sie es neu.</translation>
    </message>
    <message>
        <source>Looking at the database…</source>
        <translation>Die Datenbank wird geprüft …</translation>
    </message>
    <message>
        <source>This database is in use already.</source>
        <translation>Diese Datenbank wird bereits benutzt.</translation>
    </message>
    <message>
        <source>It can be used (%1). It is a database of this program.</source>
        <translation>Sie kann benutzt werden (%1). Sie ist eine Datenbank dieses Programms.</translation>
    </message>
    <message>
        <source>It can be used (%1). An older version of this program made it; the next start brings it up to date, and older versions cannot use it then.</source>
        <translation>Sie kann benutzt werden (%1). Eine ältere Version dieses Programms hat sie angelegt; der nächste Start aktualisiert sie, und ältere Versionen können sie dann nicht mehr benutzen.</translation>
    </message>
    <message>
        <source>It can be used (%1). Nothing is there yet; the next start makes it.</source>
        <translation>Sie kann benutzt werden (%1). Dort ist noch nichts; der nächste Start legt sie an.</translation>
    </message>
    <message>
        <source>It can be used (%1). It is empty; the next start fills it.</source>
        <translation>Sie kann benutzt werden (%1). Sie ist leer; der nächste Start legt ihre Tabellen an.</translation>
    </message>
</context>
<context>
    <name>DeleteDialog</name>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>not a disk but a {kind}</source>
        <translation>kein Datenträger, sondern {kind}</translation>
    </message>
    <message>
        <source>it has no file</source>
        <translation>keine Datei vorhanden</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>shared with {names}</source>
        <translation>gemeinsam genutzt mit {names}</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) that you may not delete are left out.</source>
        <translation>
            <numerusform>%n Maschine, die Sie nicht löschen dürfen, wird ausgelassen.</numerusform>
            <numerusform>%n Maschinen, die Sie nicht löschen dürfen, werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>&apos;{name}&apos; stays: {why}.</source>
        <translation>„{name}“ bleibt erhalten: {why}.</translation>
    </message>
    <message>
        <source>Type {word} to delete the disks too</source>
        <translation>{word} eingeben, um auch die Datenträger zu löschen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Nothing here can be deleted now.</source>
        <translation>Hier kann derzeit nichts gelöscht werden.</translation>
    </message>
    <message>
        <source>The machine&apos;s definition is removed from its host. Its disks stay there, unless you tick them.</source>
        <translation>Die Definition der Maschine wird von ihrem Host entfernt. Ihre Datenträger bleiben dort, sofern Sie sie nicht auswählen.</translation>
    </message>
    <message>
        <source>The definitions of {count} machines are removed from their hosts. Their disks stay there, unless you tick them.</source>
        <translation>Die Definitionen von {count} Maschinen werden von ihren Hosts entfernt. Ihre Datenträger bleiben dort, sofern Sie sie nicht auswählen.</translation>
    </message>
    <message>
        <source>It is running: force it off. Unsaved work in it is lost.</source>
        <translation>Ausschalten erzwingen. Nicht gespeicherte Arbeit geht verloren.</translation>
    </message>
    <message>
        <source>Force off those that run ({count}). Unsaved work in them is lost.</source>
        <translation>Laufende ausschalten ({count}). Nicht gespeicherte Arbeit geht verloren.</translation>
    </message>
    <message>
        <source>Delete with disks ({count})</source>
        <translation>Mit Datenträgern löschen ({count})</translation>
    </message>
    <message>
        <source>Delete all disks that only these machines use</source>
        <translation>Alle Datenträger löschen, die nur diese Maschinen verwenden</translation>
    </message>
    <message>
        <source>Looking at its disks…</source>
        <translation>Datenträger werden ermittelt…</translation>
    </message>
    <message>
        <source>Its disks could not be read, so they stay: {why}</source>
        <translation>Die Datenträger konnten nicht gelesen werden und bleiben daher erhalten: {why}</translation>
    </message>
    <message>
        <source>It has no disks.</source>
        <translation>Die Maschine hat keine Datenträger.</translation>
    </message>
    <message>
        <source>Delete &apos;{name}&apos;?</source>
        <translation>„{name}“ löschen?</translation>
    </message>
    <message>
        <source>Delete {count} machines?</source>
        <translation>{count} Maschinen löschen?</translation>
    </message>
</context>
<context>
    <name>DeletePersonDialog</name>
    <message>
        <source>Delete &apos;{name}&apos;?</source>
        <translation>„{name}“ löschen?</translation>
    </message>
    <message>
        <source>They are signed out everywhere at once and cannot sign in again. They leave their departments, and rights on single machines are taken back.</source>
        <translation>Die Person wird sofort überall abgemeldet und kann sich nicht wieder anmelden. Sie verlässt ihre Abteilungen, und Rechte an einzelnen Maschinen werden entzogen.</translation>
    </message>
    <message>
        <source>Their machines stay as they are, and so does what the record says of them. The e-mail address can be given to somebody else.</source>
        <translation>Ihre Maschinen bleiben, wie sie sind, ebenso die Einträge im Protokoll. Die E-Mail-Adresse kann neu vergeben werden.</translation>
    </message>
    <message>
        <source>Delete person</source>
        <translation>Person löschen</translation>
    </message>
</context>
<context>
    <name>DepartmentActs</name>
    <message>
        <source>Add department…</source>
        <translation>Abteilung hinzufügen…</translation>
    </message>
    <message>
        <source>Show machines</source>
        <translation>Maschinen anzeigen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
</context>
<context>
    <name>DepartmentDetails</name>
    <message>
        <source>blueprint {name}</source>
        <translation>Vorlage {name}</translation>
    </message>
    <message>
        <source>network {name}</source>
        <translation>Netzwerk {name}</translation>
    </message>
    <message>
        <source>New machines get: {what}.</source>
        <translation>Neue Maschinen erhalten: {what}.</translation>
    </message>
</context>
<context>
    <name>DepartmentDialog</name>
    <message>
        <source>Add department</source>
        <translation>Abteilung hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>DepartmentForm</name>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>What new machines of this department are suggested to have.</source>
        <translation>Was für neue Maschinen dieser Abteilung vorgeschlagen wird.</translation>
    </message>
    <message>
        <source>A network of the hosts that new machines are plugged into.</source>
        <translation>Ein Netzwerk der Hosts, mit dem neue Maschinen verbunden werden.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description (optional)</source>
        <translation>Beschreibung (optional)</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Blueprint</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Only administrators change quotas.</source>
        <translation>Nur Administratoren ändern Kontingente.</translation>
    </message>
    <message>
        <source>For new machines</source>
        <translation>Für neue Maschinen</translation>
    </message>
</context>
<context>
    <name>DepartmentLinks</name>
    <message>
        <source>No department</source>
        <translation>Keine Abteilung</translation>
    </message>
</context>
<context>
    <name>Departments</name>
    <message>
        <source>Add a person to &apos;{name}&apos;</source>
        <translation>Person zu „{name}“ hinzufügen</translation>
    </message>
    <message>
        <source>Add department</source>
        <translation>Abteilung hinzufügen</translation>
    </message>
    <message>
        <source>Edit &apos;{name}&apos;</source>
        <translation>„{name}“ bearbeiten</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>1 machine</source>
        <translation>1 Maschine</translation>
    </message>
    <message>
        <source>%n machines</source>
        <translation>%n Maschinen</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 Person</translation>
    </message>
    <message>
        <source>%n people</source>
        <translation>%n Personen</translation>
    </message>
    <message>
        <source>{count} vCPU</source>
        <translation>{count} vCPU</translation>
    </message>
    <message>
        <source>{size} memory</source>
        <translation>{size} Arbeitsspeicher</translation>
    </message>
    <message>
        <source>{used} of {most}</source>
        <translation>{used} von {most}</translation>
    </message>
</context>
<context>
    <name>DepartmentsPage</name>
    <message>
        <source>Departments</source>
        <translation>Abteilungen</translation>
    </message>
    <message>
        <source>Filter: name or description</source>
        <translation>Filtern: Name oder Beschreibung</translation>
    </message>
    <message>
        <source>No department yet</source>
        <translation>Noch keine Abteilung</translation>
    </message>
    <message>
        <source>Departments own machines. Their people see them, and a quota says how much they may have together.</source>
        <translation>Maschinen können zu Abteilungen gehören. Die Personen einer Abteilung sehen deren Maschinen, und ein Kontingent legt fest, wie viel sie zusammen haben darf.</translation>
    </message>
    <message>
        <source>No department matches</source>
        <translation>Keine passende Abteilung</translation>
    </message>
    <message>
        <source>The filter looks into names and descriptions.</source>
        <translation>Der Filter durchsucht Namen und Beschreibungen.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Could not read the departments</source>
        <translation>Die Abteilungen konnten nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>DescriptionCard</name>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Noch keine.</translation>
    </message>
</context>
<context>
    <name>DetailHead</name>
    <message>
        <source>{stale}: its host is not connected. It is tried again by itself.</source>
        <translation>{stale}: Der Host ist nicht verbunden. Die Verbindung wird automatisch erneut versucht.</translation>
    </message>
    <message>
        <source>on {host}</source>
        <translation>auf {host}</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>DiskTick</name>
    <message>
        <source>Delete disk {disk}</source>
        <translation>Datenträger {disk} löschen</translation>
    </message>
    <message>
        <source>{disk} stays: {why}</source>
        <translation>{disk} bleibt erhalten: {why}</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>keine Datei</translation>
    </message>
</context>
<context>
    <name>DisksPart</name>
    <message>
        <source>File systems</source>
        <translation>Dateisysteme</translation>
    </message>
</context>
<context>
    <name>DisksTab</name>
    <message>
        <source>Looking…</source>
        <translation>Wird ermittelt…</translation>
    </message>
    <message>
        <source>The host is not connected.</source>
        <translation>Der Host ist nicht verbunden.</translation>
    </message>
    <message>
        <source>It has no disks.</source>
        <translation>Die Maschine hat keine Datenträger.</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… und {count} weitere</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>CD drive</source>
        <translation>CD-Laufwerk</translation>
    </message>
    <message>
        <source>Floppy</source>
        <translation>Diskette</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>Bus</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Gemeinsam genutzt mit</translation>
    </message>
    <message>
        <source>Sizes are not known: {why}</source>
        <translation>Größen sind nicht bekannt: {why}</translation>
    </message>
</context>
<context>
    <name>ErrorDetails</name>
    <message>
        <source>Select an error to see what is known of it.</source>
        <translation>Wählen Sie einen Fehler aus, um zu sehen, was darüber bekannt ist.</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Zusammenhang</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something failed that this program did not foresee.</source>
        <translation>Ein unvorhergesehener Fehler ist aufgetreten.</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>Der Vorgang ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>That cannot be done.</source>
        <translation>Das ist nicht möglich.</translation>
    </message>
    <message>
        <source>This value cannot be used.</source>
        <translation>Dieser Wert kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>It is not there, or not any more.</source>
        <translation>Nicht oder nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>It is taken, in use, or was changed meanwhile.</source>
        <translation>Bereits vergeben, in Gebrauch oder zwischenzeitlich geändert.</translation>
    </message>
    <message>
        <source>The department would have more than its quota allows.</source>
        <translation>Die Abteilung hätte mehr, als ihr Kontingent erlaubt.</translation>
    </message>
    <message>
        <source>The machine&apos;s state does not allow that.</source>
        <translation>Der Zustand der Maschine lässt das nicht zu.</translation>
    </message>
    <message>
        <source>The machine was asked to shut down and still runs.</source>
        <translation>Die Maschine wurde zum Herunterfahren aufgefordert und läuft noch.</translation>
    </message>
    <message>
        <source>You may not do that.</source>
        <translation>Das dürfen Sie nicht.</translation>
    </message>
    <message>
        <source>You must sign in to do that.</source>
        <translation>Dafür müssen Sie sich anmelden.</translation>
    </message>
    <message>
        <source>The e-mail address or the password is wrong.</source>
        <translation>Die E-Mail-Adresse oder das Passwort ist falsch.</translation>
    </message>
    <message>
        <source>Too many sign-ins failed. Wait a while, then try again.</source>
        <translation>Zu viele Anmeldungen sind fehlgeschlagen. Warten Sie eine Weile, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Something outside this program failed.</source>
        <translation>Außerhalb dieses Programms ist ein Fehler aufgetreten.</translation>
    </message>
    <message>
        <source>The host cannot be reached.</source>
        <translation>Der Host ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The host&apos;s SSH key is not known.</source>
        <translation>Der SSH-Schlüssel des Hosts ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The host could not do it.</source>
        <translation>Der Host konnte den Vorgang nicht ausführen.</translation>
    </message>
    <message>
        <source>The machine&apos;s screen cannot be shown.</source>
        <translation>Der Bildschirm der Maschine kann nicht angezeigt werden.</translation>
    </message>
    <message>
        <source>The machine has no screen that this program can show.</source>
        <translation>Die Maschine hat keinen Bildschirm, den dieses Programm anzeigen kann.</translation>
    </message>
    <message>
        <source>Nobody answers inside the machine.</source>
        <translation>In der Maschine antwortet niemand.</translation>
    </message>
    <message>
        <source>The machine&apos;s agent did not answer in time.</source>
        <translation>Der Agent der Maschine hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The machine&apos;s agent has fallen silent.</source>
        <translation>Der Agent der Maschine ist verstummt.</translation>
    </message>
    <message>
        <source>A service inside the machine has failed.</source>
        <translation>Ein Dienst in der Maschine ist ausgefallen.</translation>
    </message>
    <message>
        <source>The machine&apos;s system did not do it.</source>
        <translation>Das System der Maschine hat den Vorgang nicht ausgeführt.</translation>
    </message>
    <message>
        <source>The machine said something unreadable.</source>
        <translation>Die Maschine hat etwas Unlesbares gesendet.</translation>
    </message>
    <message>
        <source>The storage could not do it.</source>
        <translation>Der Speicher konnte den Vorgang nicht ausführen.</translation>
    </message>
    <message>
        <source>The program&apos;s database cannot be used.</source>
        <translation>Die Datenbank des Programms kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>A newer version of this program wrote the database.</source>
        <translation>Die Datenbank wurde von einer neueren Version dieses Programms geschrieben.</translation>
    </message>
    <message>
        <source>The program&apos;s database cannot be written.</source>
        <translation>In die Datenbank des Programms kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>No room is left for the program&apos;s database.</source>
        <translation>Für die Datenbank des Programms ist kein Platz mehr frei.</translation>
    </message>
    <message>
        <source>The keyring did not keep or give a password.</source>
        <translation>Der Schlüsselbund konnte ein Passwort nicht speichern oder ausgeben.</translation>
    </message>
    <message>
        <source>libvirt is not installed on the host, or never ran.</source>
        <translation>libvirt ist auf dem Host nicht installiert oder lief noch nie.</translation>
    </message>
    <message>
        <source>libvirt does not run on the host.</source>
        <translation>libvirt läuft auf dem Host nicht.</translation>
    </message>
    <message>
        <source>Your account may not use libvirt there.</source>
        <translation>Ihr Benutzerkonto darf libvirt dort nicht verwenden.</translation>
    </message>
    <message>
        <source>QEMU is not installed on the host.</source>
        <translation>QEMU ist auf dem Host nicht installiert.</translation>
    </message>
    <message>
        <source>The OpenSSH client is not installed on this computer.</source>
        <translation>Der OpenSSH-Client ist auf diesem Computer nicht installiert.</translation>
    </message>
    <message>
        <source>No way leads to the host.</source>
        <translation>Es führt kein Weg zum Host.</translation>
    </message>
    <message>
        <source>The host&apos;s SSH key is not known yet.</source>
        <translation>Der SSH-Schlüssel des Hosts ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>The host shows another SSH key than before.</source>
        <translation>Der Host zeigt einen anderen SSH-Schlüssel als zuvor.</translation>
    </message>
    <message>
        <source>The host&apos;s certificate is not accepted.</source>
        <translation>Das Zertifikat des Hosts wird nicht akzeptiert.</translation>
    </message>
    <message>
        <source>The host did not let you sign in.</source>
        <translation>Der Host hat die Anmeldung abgelehnt.</translation>
    </message>
    <message>
        <source>libvirt on the host does not answer.</source>
        <translation>libvirt antwortet auf dem Host nicht.</translation>
    </message>
    <message>
        <source>The host offers no virtualization (KVM).</source>
        <translation>Der Host bietet keine Virtualisierung (KVM).</translation>
    </message>
    <message>
        <source>The host offers KVM, but machines cannot use it.</source>
        <translation>Der Host bietet KVM, aber Maschinen können es nicht verwenden.</translation>
    </message>
    <message>
        <source>The host has no UEFI firmware for machines.</source>
        <translation>Der Host hat keine UEFI-Firmware für Maschinen.</translation>
    </message>
    <message>
        <source>The host has no TPM emulator.</source>
        <translation>Der Host hat keinen TPM-Emulator.</translation>
    </message>
    <message>
        <source>The host lacks the programs that virtual networks need.</source>
        <translation>Dem Host fehlen die Programme, die virtuelle Netzwerke benötigen.</translation>
    </message>
    <message>
        <source>The virtual network is not active.</source>
        <translation>Das virtuelle Netzwerk ist nicht aktiv.</translation>
    </message>
    <message>
        <source>No keyring keeps passwords here.</source>
        <translation>Hier speichert kein Schlüsselbund Passwörter.</translation>
    </message>
    <message>
        <source>QEMU&apos;s account on the host cannot read the file.</source>
        <translation>Das Benutzerkonto von QEMU kann die Datei auf dem Host nicht lesen.</translation>
    </message>
    <message>
        <source>The connection to the machine&apos;s screen broke.</source>
        <translation>Die Verbindung zum Bildschirm der Maschine ist abgebrochen.</translation>
    </message>
    <message>
        <source>The machine&apos;s screen does not answer.</source>
        <translation>Der Bildschirm der Maschine antwortet nicht.</translation>
    </message>
    <message>
        <source>The machine&apos;s screen sent what makes no sense.</source>
        <translation>Der Bildschirm der Maschine hat ungültige Daten gesendet.</translation>
    </message>
    <message>
        <source>The machine&apos;s screen refused the connection.</source>
        <translation>Der Bildschirm der Maschine hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>The screen&apos;s password is missing or wrong.</source>
        <translation>Das Passwort des Bildschirms fehlt oder ist falsch.</translation>
    </message>
    <message>
        <source>The connection to the machine&apos;s screen could not be made safe.</source>
        <translation>Die Verbindung zum Bildschirm der Maschine konnte nicht gesichert werden.</translation>
    </message>
    <message>
        <source>The machine cannot be started now.</source>
        <translation>Die Maschine kann jetzt nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The machine cannot be shut down now.</source>
        <translation>Die Maschine kann jetzt nicht heruntergefahren werden.</translation>
    </message>
    <message>
        <source>The machine cannot be rebooted now.</source>
        <translation>Die Maschine kann jetzt nicht neu gestartet werden.</translation>
    </message>
    <message>
        <source>The machine cannot be reset now.</source>
        <translation>Die Maschine kann jetzt nicht zurückgesetzt werden.</translation>
    </message>
    <message>
        <source>The machine cannot be forced off now.</source>
        <translation>Das Ausschalten der Maschine kann jetzt nicht erzwungen werden.</translation>
    </message>
    <message>
        <source>The machine cannot be paused now.</source>
        <translation>Die Maschine kann jetzt nicht angehalten werden.</translation>
    </message>
    <message>
        <source>The machine cannot be resumed now.</source>
        <translation>Die Maschine kann jetzt nicht fortgesetzt werden.</translation>
    </message>
    <message>
        <source>The machine cannot be saved now.</source>
        <translation>Der Zustand der Maschine kann jetzt nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>The machine cannot be restored now.</source>
        <translation>Die Maschine kann jetzt nicht wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>The machine cannot be renamed now.</source>
        <translation>Die Maschine kann jetzt nicht umbenannt werden.</translation>
    </message>
    <message>
        <source>No picture can be taken of the machine now.</source>
        <translation>Von der Maschine kann jetzt kein Bild aufgenommen werden.</translation>
    </message>
    <message>
        <source>The machine cannot be deleted now.</source>
        <translation>Die Maschine kann jetzt nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>A password has at least 12 characters.</source>
        <translation>Ein Passwort hat mindestens 12 Zeichen.</translation>
    </message>
    <message>
        <source>A password has at most 1,024 characters.</source>
        <translation>Ein Passwort hat höchstens 1.024 Zeichen.</translation>
    </message>
    <message>
        <source>The password is too close to the person&apos;s name or address.</source>
        <translation>Das Passwort ist dem Namen oder der Adresse der Person zu ähnlich.</translation>
    </message>
    <message>
        <source>The password is built from one of the most common passwords.</source>
        <translation>Das Passwort ist aus einem der häufigsten Passwörter gebildet.</translation>
    </message>
    <message>
        <source>The password is made of repeated, consecutive or neighbouring characters.</source>
        <translation>Das Passwort besteht aus wiederholten, aufeinanderfolgenden oder benachbarten Zeichen.</translation>
    </message>
    <message>
        <source>The password is too easy to guess.</source>
        <translation>Das Passwort ist zu leicht zu erraten.</translation>
    </message>
    <message>
        <source>The new password is the present one.</source>
        <translation>Das neue Passwort ist das aktuelle.</translation>
    </message>
</context>
<context>
    <name>ErrorsModel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
</context>
<context>
    <name>ErrorsTab</name>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>No errors</source>
        <translation>Keine Fehler</translation>
    </message>
    <message>
        <source>What goes wrong is kept here with the facts around it.</source>
        <translation>Hier werden Fehler und ihre Umstände aufbewahrt.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>No error matches</source>
        <translation>Kein passender Fehler</translation>
    </message>
    <message>
        <source>Search for another word.</source>
        <translation>Suchen Sie nach einem anderen Wort.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The errors could not be read</source>
        <translation>Die Fehler konnten nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose a file…</source>
        <translation>Datei auswählen…</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Bild auswählen</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>Bilder ({patterns})</translation>
    </message>
</context>
<context>
    <name>FilePick</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Path on the host</source>
        <translation>Pfad auf dem Host</translation>
    </message>
    <message>
        <source>Another path on the host…</source>
        <translation>Anderer Pfad auf dem Host…</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>QEMU</source>
        <translation>QEMU</translation>
    </message>
    <message>
        <source>libvirt</source>
        <translation>libvirt</translation>
    </message>
    <message>
        <source>UEFI firmware</source>
        <translation>UEFI-Firmware</translation>
    </message>
    <message>
        <source>TPM emulator</source>
        <translation>TPM-Emulator</translation>
    </message>
    <message>
        <source>Network tools</source>
        <translation>Netzwerkwerkzeuge</translation>
    </message>
    <message>
        <source>libvirt of the system</source>
        <translation>libvirt des Systems</translation>
    </message>
    <message>
        <source>libvirt of your session</source>
        <translation>libvirt Ihrer Sitzung</translation>
    </message>
    <message>
        <source>Virtual network</source>
        <translation>Virtuelles Netzwerk</translation>
    </message>
    <message>
        <source>Hardware acceleration (KVM)</source>
        <translation>Hardwarebeschleunigung (KVM)</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Could be better</source>
        <translation>Verbesserbar</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Erforderlich</translation>
    </message>
</context>
<context>
    <name>FirstDepartments</name>
    <message>
        <source>Departments</source>
        <translation>Abteilungen</translation>
    </message>
    <message>
        <source>Machines belong to departments, and people see those of theirs. You may need no more than the one that is there already.</source>
        <translation>Maschinen gehören zu Abteilungen, und jede Person sieht die ihrer Abteilungen. Vielleicht brauchen Sie nicht mehr als die eine, die schon da ist.</translation>
    </message>
    <message>
        <source>Name of another department</source>
        <translation>Name einer weiteren Abteilung</translation>
    </message>
    <message>
        <source>Add department</source>
        <translation>Abteilung hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Welcome to Infinibay Desktop</source>
        <translation>Willkommen bei Infinibay Desktop</translation>
    </message>
    <message>
        <source>Make, run and watch virtual machines on this computer and on others.</source>
        <translation>Virtuelle Maschinen auf diesem und auf anderen Computern erstellen, betreiben und überwachen.</translation>
    </message>
    <message>
        <source>Start on this computer</source>
        <translation>Auf diesem Computer beginnen</translation>
    </message>
    <message>
        <source>Uses the libvirt of this computer: the system&apos;s, or your session&apos;s where that does not answer. Nobody signs in.</source>
        <translation>Verwendet libvirt auf diesem Computer: das des Systems oder, wenn dieses nicht antwortet, das Ihrer Sitzung. Niemand muss sich anmelden.</translation>
    </message>
    <message>
        <source>Start with defaults</source>
        <translation>Mit Standardwerten beginnen</translation>
    </message>
    <message>
        <source>Connect to another computer…</source>
        <translation>Mit anderem Computer verbinden…</translation>
    </message>
    <message>
        <source>Use libvirt&apos;s demonstration instead</source>
        <translation>Demonstration verwenden</translation>
    </message>
    <message>
        <source>Machines elsewhere</source>
        <translation>Maschinen an anderen Orten</translation>
    </message>
    <message>
        <source>Reach libvirt on another computer by SSH or TLS.</source>
        <translation>libvirt auf einem anderen Computer über SSH oder TLS erreichen.</translation>
    </message>
    <message>
        <source>Just look around</source>
        <translation>Nur umsehen</translation>
    </message>
    <message>
        <source>A simulated host: nothing on it is real, and it forgets everything when the program ends.</source>
        <translation>Ein simulierter Host: Nichts darauf ist echt, und mit dem Ende des Programms ist alles vergessen.</translation>
    </message>
    <message>
        <source>Who may use it</source>
        <translation>Wer es verwenden darf</translation>
    </message>
    <message>
        <source>Set up an administrator…</source>
        <translation>Administrator einrichten…</translation>
    </message>
    <message>
        <source>{name} signs in with {email}.</source>
        <translation>{name} meldet sich mit {email} an.</translation>
    </message>
    <message>
        <source>Nobody signs in on this computer: whoever uses your account here can do everything in this program. You can keep it so while you are alone, and set up an administrator with a password now or later.</source>
        <translation>Auf diesem Computer meldet sich niemand an: Wer Ihr Benutzerkonto hier verwendet, kann in diesem Programm alles tun. Das kann so bleiben, solange Sie allein sind; einen Administrator mit Passwort können Sie jetzt oder später einrichten.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation>Dieser Computer wird geprüft…</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be mended before machines can run here.</source>
        <translation>
            <numerusform>%n Punkt muss behoben werden, bevor hier Maschinen laufen können.</numerusform>
            <numerusform>%n Punkte müssen behoben werden, bevor hier Maschinen laufen können.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Machines can run here. %n thing(s) could be better; that can wait.</source>
        <translation>
            <numerusform>Maschinen können hier laufen. %n Punkt ließe sich verbessern; das kann warten.</numerusform>
            <numerusform>Maschinen können hier laufen. %n Punkte ließen sich verbessern; das kann warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything that machines need is here.</source>
        <translation>Alles, was Maschinen benötigen, ist vorhanden.</translation>
    </message>
    <message>
        <source>the SQLite file %1</source>
        <translation>der SQLite-Datei %1</translation>
    </message>
    <message>
        <source>the database %1</source>
        <translation>der Datenbank %1</translation>
    </message>
    <message>
        <source>What the program notes is kept in %1.</source>
        <translation>Die Aufzeichnungen des Programms liegen in %1.</translation>
    </message>
    <message>
        <source>Could not begin</source>
        <translation>Beginnen nicht möglich</translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>Forget &apos;{name}&apos;?</source>
        <translation>„{name}“ entfernen?</translation>
    </message>
    <message>
        <source>The program forgets how to reach this host. Machines that leave the list: {count}.</source>
        <translation>Das Programm vergisst, wie dieser Host erreicht wird. Maschinen, die aus der Liste verschwinden: {count}.</translation>
    </message>
    <message>
        <source>Nothing on the host changes: its machines, disks and networks stay as they are. It can be added again at any time.</source>
        <translation>Auf dem Host ändert sich nichts: Maschinen, Datenträger und Netzwerke bleiben, wie sie sind. Er kann jederzeit wieder hinzugefügt werden.</translation>
    </message>
    <message>
        <source>Forget host</source>
        <translation>Host entfernen</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>{size}/s</source>
        <translation>{size}/s</translation>
    </message>
    <message>
        <source>{figure} %</source>
        <translation>{figure} %</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>a day ago</source>
        <translation>vor einem Tag</translation>
    </message>
    <message>
        <source>an hour ago</source>
        <translation>vor einer Stunde</translation>
    </message>
    <message>
        <source>{count} hours ago</source>
        <translation>vor {count} Stunden</translation>
    </message>
    <message>
        <source>{count} minutes ago</source>
        <translation>vor {count} Minuten</translation>
    </message>
    <message>
        <source>a minute ago</source>
        <translation>vor einer Minute</translation>
    </message>
</context>
<context>
    <name>FullScreenBar</name>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Send key</source>
        <translation>Taste senden</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Vollbild beenden</translation>
    </message>
</context>
<context>
    <name>Guest</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>wird gestoppt</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>when needed</source>
        <translation>bei Bedarf</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>manuell</translation>
    </message>
    <message>
        <source>The agent is silent</source>
        <translation>Der Agent ist verstummt</translation>
    </message>
    <message>
        <source>The agent is silent; it last spoke {when}</source>
        <translation>Der Agent ist verstummt; er meldete sich zuletzt {when}</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} T. {hours} Std.</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} Std. {minutes} Min.</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} Min.</translation>
    </message>
    <message>
        <source>{name}, ended</source>
        <translation>{name}, beendet</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>Neuere Version</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Mounted at</source>
        <translation>Eingehängt unter</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Runs for</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Interface {name}</source>
        <translation>Schnittstelle {name}</translation>
    </message>
</context>
<context>
    <name>GuestPart</name>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird abgefragt…</translation>
    </message>
    <message>
        <source>It shows here once the agent talks.</source>
        <translation>Die Angaben erscheinen hier, sobald sich der Agent meldet.</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Noch ist nichts bekannt.</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} von {total}</translation>
    </message>
    <message>
        <source>There is nothing.</source>
        <translation>Nichts vorhanden.</translation>
    </message>
    <message>
        <source>{total} in all</source>
        <translation>{total} gesamt</translation>
    </message>
    <message>
        <source>There are more than are shown.</source>
        <translation>Es gibt mehr, als angezeigt wird.</translation>
    </message>
    <message>
        <source>Told by the QEMU guest agent.</source>
        <translation>Angaben des QEMU-Gastagenten.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter: {list}</source>
        <translation>Filter: {list}</translation>
    </message>
</context>
<context>
    <name>GuestTab</name>
    <message>
        <source>Inside the machine</source>
        <translation>In der Maschine</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Could not add the channel to &apos;{machine}&apos;</source>
        <translation>Der Kanal konnte „{machine}“ nicht hinzugefügt werden</translation>
    </message>
    <message>
        <source>Could not take over the agent of &apos;{machine}&apos;</source>
        <translation>Der Agent von „{machine}“ konnte nicht übernommen werden</translation>
    </message>
    <message>
        <source>Could not reach the agent of &apos;{machine}&apos;</source>
        <translation>Der Agent von „{machine}“ ist nicht erreichbar</translation>
    </message>
    <message>
        <source>&apos;{machine}&apos; has the channel</source>
        <translation>„{machine}“ hat den Kanal</translation>
    </message>
    <message>
        <source>It can be used from the machine&apos;s next start.</source>
        <translation>Er kann ab dem nächsten Start der Maschine verwendet werden.</translation>
    </message>
</context>
<context>
    <name>GuestTroubles</name>
    <message>
        <source>Activity shows all of them.</source>
        <translation>Die Aktivität zeigt sie alle.</translation>
    </message>
    <message>
        <source>Several machines need a look</source>
        <translation>Mehrere Maschinen brauchen einen Blick</translation>
    </message>
</context>
<context>
    <name>GuestWork</name>
    <message>
        <source>It was cut short.</source>
        <translation>Der Vorgang wurde vorzeitig beendet.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Der Vorgang wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>HardwareTab</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPUs</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start it with its host</source>
        <translation>Mit dem Host starten</translation>
    </message>
    <message>
        <source>Takes effect at once: it starts whenever libvirt does on its host.</source>
        <translation>Sofort wirksam: Die Maschine startet, sobald libvirt auf ihrem Host startet.</translation>
    </message>
    <message>
        <source>The host has {n}.</source>
        <translation>Der Host hat {n}.</translation>
    </message>
    <message>
        <source>The host has {size}.</source>
        <translation>Der Host hat {size}.</translation>
    </message>
    <message>
        <source>You may not change the hardware of this machine.</source>
        <translation>Sie dürfen die Hardware dieser Maschine nicht ändern.</translation>
    </message>
    <message>
        <source>A transient machine keeps the size that it was started with.</source>
        <translation>Eine transiente Maschine behält die Größe, mit der sie gestartet wurde.</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Wird beim nächsten Start wirksam.</translation>
    </message>
    <message>
        <source>It runs with {vcpus} vCPUs and {memory} until its next start.</source>
        <translation>Die Maschine läuft bis zum nächsten Start mit {vcpus} vCPUs und {memory}.</translation>
    </message>
    <message>
        <source>It is running: a change takes effect at its next start, not at a reboot.</source>
        <translation>Die Maschine läuft: Eine Änderung wird beim nächsten Start wirksam, nicht bei einem Neustart des Gasts.</translation>
    </message>
    <message>
        <source>Could not change when it starts</source>
        <translation>Ändern des automatischen Starts nicht möglich</translation>
    </message>
</context>
<context>
    <name>HostActs</name>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Test connection…</source>
        <translation>Verbindung testen…</translation>
    </message>
    <message>
        <source>New machine…</source>
        <translation>Neue Maschine…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Stop trying</source>
        <translation>Versuche beenden</translation>
    </message>
</context>
<context>
    <name>HostCard</name>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Memory of running machines</source>
        <translation>Arbeitsspeicher laufender Maschinen</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation>
            <numerusform>%n Maschine</numerusform>
            <numerusform>%n Maschinen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>No machines</source>
        <translation>Keine Maschinen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>Nächster Versuch um %1.</translation>
    </message>
</context>
<context>
    <name>HostDetails</name>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>What machines can have</source>
        <translation>Möglichkeiten für Maschinen</translation>
    </message>
    <message>
        <source>As last seen; the host is not connected.</source>
        <translation>Letzter bekannter Stand; der Host ist nicht verbunden.</translation>
    </message>
</context>
<context>
    <name>HostDialog</name>
    <message>
        <source>Connection test</source>
        <translation>Verbindungstest</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>The test did not pass. The host can be stored all the same.</source>
        <translation>Der Test war nicht erfolgreich. Der Host kann trotzdem gespeichert werden.</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>Host hinzufügen</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>Test abbrechen</translation>
    </message>
</context>
<context>
    <name>HostForm</name>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Of the whole computer (system)</source>
        <translation>Des gesamten Computers (System)</translation>
    </message>
    <message>
        <source>Of the account alone (session)</source>
        <translation>Nur des Benutzerkontos (Sitzung)</translation>
    </message>
    <message>
        <source>As your SSH configuration says</source>
        <translation>Gemäß Ihrer SSH-Konfiguration</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>libvirt&apos;s own example</source>
        <translation>Mitgeliefertes Beispiel von libvirt</translation>
    </message>
    <message>
        <source>Connect when the program starts</source>
        <translation>Beim Programmstart verbinden</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Host name or address</source>
        <translation>Hostname oder Adresse</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Empty: as SSH is configured.</source>
        <translation>Leer: gemäß SSH-Konfiguration.</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>Known hosts file</source>
        <translation>Datei bekannter Hosts</translation>
    </message>
    <message>
        <source>Jump host</source>
        <translation>Sprunghost</translation>
    </message>
    <message>
        <source>Such as user@gateway:22.</source>
        <translation>Zum Beispiel user@gateway:22.</translation>
    </message>
    <message>
        <source>Which machines</source>
        <translation>Welche Maschinen</translation>
    </message>
    <message>
        <source>XML file</source>
        <translation>XML-Datei</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Acceleration</source>
        <translation>Beschleunigung</translation>
    </message>
    <message>
        <source>Automatic takes KVM where it works.</source>
        <translation>„Automatisch“ verwendet KVM, wo es funktioniert.</translation>
    </message>
    <message>
        <source>Or type a URI</source>
        <translation>Oder einen URI eingeben</translation>
    </message>
    <message>
        <source>Choose a private key</source>
        <translation>Privaten Schlüssel auswählen</translation>
    </message>
    <message>
        <source>Choose a file of known hosts</source>
        <translation>Datei bekannter Hosts auswählen</translation>
    </message>
    <message>
        <source>Choose a libvirt test file</source>
        <translation>libvirt-Testdatei auswählen</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
</context>
<context>
    <name>Hosts</name>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Läuft…</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Reach the host</source>
        <translation>Host erreichen</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>Hostschlüssel</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>libvirt&apos;s socket</source>
        <translation>libvirt-Socket</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>This computer (system)</source>
        <translation>Dieser Computer (System)</translation>
    </message>
    <message>
        <source>This computer (session)</source>
        <translation>Dieser Computer (Sitzung)</translation>
    </message>
    <message>
        <source>Another computer over SSH</source>
        <translation>Anderer Computer über SSH</translation>
    </message>
    <message>
        <source>Another computer over TLS</source>
        <translation>Anderer Computer über TLS</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>Demonstration</translation>
    </message>
    <message>
        <source>Machines of the whole computer. Your account must be allowed to use libvirt.</source>
        <translation>Maschinen des gesamten Computers. Ihr Benutzerkonto muss libvirt verwenden dürfen.</translation>
    </message>
    <message>
        <source>Machines of your account alone. Needs no rights, and has simpler networks.</source>
        <translation>Nur Maschinen Ihres Benutzerkontos. Benötigt keine Rechte und hat einfachere Netzwerke.</translation>
    </message>
    <message>
        <source>Signs in with a key; passwords are not asked for. One SSH session serves all.</source>
        <translation>Anmeldung mit einem Schlüssel; Passwörter werden nicht abgefragt. Eine SSH-Sitzung dient allen Verbindungen.</translation>
    </message>
    <message>
        <source>Needs libvirt&apos;s certificates on both computers.</source>
        <translation>Benötigt Zertifikate von libvirt auf beiden Computern.</translation>
    </message>
    <message>
        <source>Pretended machines to try the program with. Nothing really runs.</source>
        <translation>Simulierte Maschinen zum Ausprobieren des Programms. Nichts läuft wirklich.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>1 machine</source>
        <translation>1 Maschine</translation>
    </message>
    <message>
        <source>%n machines</source>
        <translation>%n Maschinen</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Hypervisor</source>
        <translation>Hypervisor</translation>
    </message>
    <message>
        <source>libvirt</source>
        <translation>libvirt</translation>
    </message>
    <message>
        <source>Machines run with</source>
        <translation>Maschinen laufen mit</translation>
    </message>
    <message>
        <source>Active networks</source>
        <translation>Aktive Netzwerke</translation>
    </message>
    <message>
        <source>KVM</source>
        <translation>KVM</translation>
    </message>
    <message>
        <source>Emulation</source>
        <translation>Emulation</translation>
    </message>
    <message>
        <source>UEFI</source>
        <translation>UEFI</translation>
    </message>
    <message>
        <source>Secure Boot</source>
        <translation>Secure Boot</translation>
    </message>
    <message>
        <source>TPM</source>
        <translation>TPM</translation>
    </message>
    <message>
        <source>Network filters</source>
        <translation>Netzwerkfilter</translation>
    </message>
    <message>
        <source>{total} ms in all</source>
        <translation>{total} ms gesamt</translation>
    </message>
    <message>
        <source>{total} ms in all, {mean} ms a use</source>
        <translation>{total} ms gesamt, {mean} ms je Verwendung</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>{open} of {limit}</source>
        <translation>{open} von {limit}</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Waiting for one</source>
        <translation>Wartende Zugriffe</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Verwendungen</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Most processors</source>
        <translation>Prozessoren (max.)</translation>
    </message>
    <message>
        <source>Machine type</source>
        <translation>Maschinentyp</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Bildschirme</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>Disk buses</source>
        <translation>Datenträgerbusse</translation>
    </message>
    <message>
        <source>KVM works</source>
        <translation>KVM funktioniert</translation>
    </message>
    <message>
        <source>no KVM here</source>
        <translation>hier kein KVM</translation>
    </message>
    <message>
        <source>The host does not list them</source>
        <translation>Der Host führt sie nicht auf</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Next try now</source>
        <translation>Nächster Versuch jetzt</translation>
    </message>
    <message>
        <source>Next try in {seconds} s</source>
        <translation>Nächster Versuch in {seconds} s</translation>
    </message>
    <message>
        <source>No machines</source>
        <translation>Keine Maschinen</translation>
    </message>
    <message>
        <source>%n running</source>
        <translation>%n in Betrieb</translation>
    </message>
    <message>
        <source>%n paused</source>
        <translation>%n angehalten</translation>
    </message>
    <message>
        <source>%n off</source>
        <translation>%n aus</translation>
    </message>
    <message>
        <source>%n in another state</source>
        <translation>%n in anderem Zustand</translation>
    </message>
    <message>
        <source>through {jump}</source>
        <translation>über {jump}</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>Host hinzufügen</translation>
    </message>
    <message>
        <source>Edit &apos;{name}&apos;</source>
        <translation>„{name}“ bearbeiten</translation>
    </message>
    <message>
        <source>Acceleration: {way}</source>
        <translation>Beschleunigung: {way}</translation>
    </message>
</context>
<context>
    <name>HostsPage</name>
    <message>
        <source>Add host…</source>
        <translation>Host hinzufügen…</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>No host yet</source>
        <translation>Noch kein Host</translation>
    </message>
    <message>
        <source>A host is a computer that runs machines with libvirt: this one, another one that you reach over SSH or TLS, or a demonstration to try the program with.</source>
        <translation>Ein Host ist ein Computer, auf dem Maschinen mit libvirt laufen: dieser, ein anderer, der über SSH oder TLS erreichbar ist, oder eine Demonstration zum Ausprobieren des Programms.</translation>
    </message>
    <message>
        <source>Could not read the list of hosts</source>
        <translation>Die Liste der Hosts konnte nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>InstallAgent</name>
    <message>
        <source>Install the agent in &apos;{name}&apos;</source>
        <translation>Agenten in „{name}“ installieren</translation>
    </message>
</context>
<context>
    <name>InstallAgentDialog</name>
    <message>
        <source>Where QEMU&apos;s guest agent answers, it does the installation. Elsewhere a CD with the agent goes into the machine&apos;s drive, and one line is typed in the machine.</source>
        <translation>Wo der QEMU-Gastagent antwortet, übernimmt er die Installation. Sonst kommt eine CD mit dem Agenten in das Laufwerk der Maschine, und in der Maschine wird eine Zeile eingegeben.</translation>
    </message>
    <message>
        <source>Type one line in the machine</source>
        <translation>Eine Zeile in der Maschine eingeben</translation>
    </message>
    <message>
        <source>Or fetch it over the network</source>
        <translation>Oder über das Netzwerk abrufen</translation>
    </message>
    <message>
        <source>Open console</source>
        <translation>Konsole öffnen</translation>
    </message>
    <message>
        <source>Take the CD out</source>
        <translation>CD entnehmen</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>The agent is brought to the machine…</source>
        <translation>Der Agent wird in die Maschine gebracht…</translation>
    </message>
    <message>
        <source>Install the agent in &apos;{name}&apos;</source>
        <translation>Agenten in „{name}“ installieren</translation>
    </message>
    <message>
        <source>It was cut short.</source>
        <translation>Der Vorgang wurde vorzeitig beendet.</translation>
    </message>
    <message>
        <source>There is another CD in the machine&apos;s drive: {name}.</source>
        <translation>Im Laufwerk der Maschine liegt eine andere CD: {name}.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>QEMU&apos;s guest agent did not do it: {why}</source>
        <translation>Der QEMU-Gastagent hat den Vorgang nicht ausgeführt: {why}</translation>
    </message>
    <message>
        <source>QEMU&apos;s guest agent installed version {version}.</source>
        <translation>Der QEMU-Gastagent hat Version {version} installiert.</translation>
    </message>
    <message>
        <source>The machine lacked a CD drive or the agent&apos;s channel. It has them once it was shut down and started: a restart from inside is not enough.</source>
        <translation>Der Maschine fehlte ein CD-Laufwerk oder der Kanal des Agenten. Beides ist vorhanden, sobald sie heruntergefahren und wieder gestartet wurde: Ein Neustart aus der Maschine heraus genügt nicht.</translation>
    </message>
    <message>
        <source>The CD is in its drive. Start the machine, then type the line.</source>
        <translation>Die CD liegt im Laufwerk. Starten Sie die Maschine, und geben Sie dann die Zeile ein.</translation>
    </message>
    <message>
        <source>The CD with version {version} is in the machine&apos;s drive.</source>
        <translation>Die CD mit Version {version} liegt im Laufwerk der Maschine.</translation>
    </message>
    <message>
        <source>Linux (root leaves out sudo):</source>
        <translation>Linux (als root ohne sudo):</translation>
    </message>
    <message>
        <source>Windows, as administrator (D: is the CD drive):</source>
        <translation>Windows, als Administrator (D: ist das CD-Laufwerk):</translation>
    </message>
    <message>
        <source>Linux:</source>
        <translation>Linux:</translation>
    </message>
    <message>
        <source>Windows, in PowerShell as administrator:</source>
        <translation>Windows, in PowerShell als Administrator:</translation>
    </message>
    <message>
        <source>The agent is installed, and its CD is out again.</source>
        <translation>Der Agent ist installiert, und seine CD ist wieder entnommen.</translation>
    </message>
    <message>
        <source>The CD is out of the drive.</source>
        <translation>Die CD ist aus dem Laufwerk entnommen.</translation>
    </message>
</context>
<context>
    <name>KeyPanel</name>
    <message>
        <source>Do you know this key?</source>
        <translation>Kennen Sie diesen Schlüssel?</translation>
    </message>
    <message>
        <source>Trust this key</source>
        <translation>Diesem Schlüssel vertrauen</translation>
    </message>
    <message>
        <source>The host shows this key for the first time. Compare it with the key that the host itself prints; run this on the host, not through this connection:</source>
        <translation>Der Host zeigt diesen Schlüssel zum ersten Mal. Vergleichen Sie ihn mit dem Schlüssel, den der Host selbst ausgibt; führen Sie dazu auf dem Host aus, nicht über diese Verbindung:</translation>
    </message>
    <message>
        <source>Trust it only if both are the same.</source>
        <translation>Vertrauen Sie ihm nur, wenn beide übereinstimmen.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Super</source>
        <translation>Super</translation>
    </message>
</context>
<context>
    <name>LegendEntry</name>
    <message>
        <source>Eight curves at most: switch another one off first.</source>
        <translation>Höchstens acht Kurven: Schalten Sie zuerst eine andere aus.</translation>
    </message>
</context>
<context>
    <name>LiveChart</name>
    <message>
        <source>Show all metrics</source>
        <translation>Alle Messwerte anzeigen</translation>
    </message>
    <message>
        <source>{value}, host</source>
        <translation>{value}, Host</translation>
    </message>
</context>
<context>
    <name>MachineActions</name>
    <message>
        <source>Shut down</source>
        <translation>Herunterfahren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Open console</source>
        <translation>Konsole öffnen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Start with host</source>
        <translation>Mit dem Host starten</translation>
    </message>
    <message>
        <source>Take screenshot…</source>
        <translation>Bildschirmfoto aufnehmen…</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Copy XML</source>
        <translation>XML kopieren</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Open in own window</source>
        <translation>In eigenem Fenster öffnen</translation>
    </message>
</context>
<context>
    <name>MachineActs</name>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Could not start &apos;{name}&apos;</source>
        <translation>„{name}“ konnte nicht gestartet werden</translation>
    </message>
    <message>
        <source>{count} will start</source>
        <translation>Starten: {count}</translation>
    </message>
    <message>
        <source>{count} already running</source>
        <translation>läuft bereits: {count}</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>Herunterfahren</translation>
    </message>
    <message>
        <source>Could not shut down &apos;{name}&apos;</source>
        <translation>„{name}“ konnte nicht heruntergefahren werden</translation>
    </message>
    <message>
        <source>{count} will be asked to shut down</source>
        <translation>Aufforderung zum Herunterfahren: {count}</translation>
    </message>
    <message>
        <source>{count} already off</source>
        <translation>bereits ausgeschaltet: {count}</translation>
    </message>
    <message>
        <source>Its system ends all programs and switches off.</source>
        <translation>Das System beendet alle Programme und schaltet aus.</translation>
    </message>
    <message>
        <source>Reboot</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Could not reboot &apos;{name}&apos;</source>
        <translation>„{name}“ konnte nicht neu gestartet werden</translation>
    </message>
    <message>
        <source>{count} will be asked to restart</source>
        <translation>Aufforderung zum Neustart: {count}</translation>
    </message>
    <message>
        <source>Its system ends all programs and starts again.</source>
        <translation>Das System beendet alle Programme und startet neu.</translation>
    </message>
    <message>
        <source>Force reset</source>
        <translation>Zurücksetzen erzwingen</translation>
    </message>
    <message>
        <source>Could not reset &apos;{name}&apos;</source>
        <translation>„{name}“ konnte nicht zurückgesetzt werden</translation>
    </message>
    <message>
        <source>{count} will restart at once</source>
        <translation>Sofort neu starten: {count}</translation>
    </message>
    <message>
        <source>It restarts at once, as if its reset button was pressed. Unsaved work is lost, and its file systems may need repair.</source>
        <translation>Die Maschine startet sofort neu, als wäre ihre Reset-Taste gedrückt worden. Nicht gespeicherte Arbeit geht verloren, und Dateisysteme müssen eventuell repariert werden.</translation>
    </message>
    <message>
        <source>Force off</source>
        <translation>Ausschalten erzwingen</translation>
    </message>
    <message>
        <source>Could not force off &apos;{name}&apos;</source>
        <translation>Das Ausschalten von „{name}“ konnte nicht erzwungen werden</translation>
    </message>
    <message>
        <source>{count} will lose power</source>
        <translation>Strom abschalten: {count}</translation>
    </message>
    <message>
        <source>Its power is cut, as if its plug was pulled. Unsaved work is lost, and its file systems may need repair.</source>
        <translation>Der Strom wird abgeschaltet, als wäre der Netzstecker gezogen worden. Nicht gespeicherte Arbeit geht verloren, und Dateisysteme müssen eventuell repariert werden.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Could not pause &apos;{name}&apos;</source>
        <translation>„{name}“ konnte nicht angehalten werden</translation>
    </message>
    <message>
        <source>{count} will pause</source>
        <translation>Anhalten: {count}</translation>
    </message>
    <message>
        <source>{count} already paused</source>
        <translation>bereits angehalten: {count}</translation>
    </message>
    <message>
        <source>Its processors stop until it is resumed; it keeps its memory.</source>
        <translation>Die Prozessoren stehen bis zum Fortsetzen still; der Arbeitsspeicher bleibt erhalten.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Could not resume &apos;{name}&apos;</source>
        <translation>„{name}“ konnte nicht fortgesetzt werden</translation>
    </message>
    <message>
        <source>{count} will resume</source>
        <translation>Fortsetzen: {count}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Zustand speichern</translation>
    </message>
    <message>
        <source>Could not save &apos;{name}&apos;</source>
        <translation>Der Zustand von „{name}“ konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>{count} will be saved</source>
        <translation>Zustand speichern: {count}</translation>
    </message>
    <message>
        <source>{count} already saved</source>
        <translation>bereits gespeichert: {count}</translation>
    </message>
    <message>
        <source>Its memory is written to the host&apos;s disk, and it stops.</source>
        <translation>Der Arbeitsspeicher wird auf den Datenträger des Hosts geschrieben, und die Maschine stoppt.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Could not restore &apos;{name}&apos;</source>
        <translation>„{name}“ konnte nicht wiederhergestellt werden</translation>
    </message>
    <message>
        <source>{count} will go on from the saved state</source>
        <translation>Aus gespeichertem Zustand fortsetzen: {count}</translation>
    </message>
    <message>
        <source>it is running</source>
        <translation>sie läuft</translation>
    </message>
    <message>
        <source>it is paused</source>
        <translation>sie ist angehalten</translation>
    </message>
    <message>
        <source>it is shutting down</source>
        <translation>sie fährt herunter</translation>
    </message>
    <message>
        <source>it is shut off</source>
        <translation>sie ist ausgeschaltet</translation>
    </message>
    <message>
        <source>it is saved</source>
        <translation>ihr Zustand ist gespeichert</translation>
    </message>
    <message>
        <source>it has crashed</source>
        <translation>sie ist abgestürzt</translation>
    </message>
    <message>
        <source>it sleeps</source>
        <translation>sie ist im Standby</translation>
    </message>
    <message>
        <source>it is being created</source>
        <translation>sie wird erstellt</translation>
    </message>
    <message>
        <source>it is being deleted</source>
        <translation>sie wird gelöscht</translation>
    </message>
    <message>
        <source>its state is not known</source>
        <translation>ihr Zustand ist nicht bekannt</translation>
    </message>
    <message>
        <source>its host is not connected</source>
        <translation>ihr Host ist nicht verbunden</translation>
    </message>
    <message>
        <source>it is transient, its definition ends with it</source>
        <translation>sie ist transient, ihre Definition endet mit ihr</translation>
    </message>
    <message>
        <source>{count} you may not</source>
        <translation>nicht erlaubt: {count}</translation>
    </message>
    <message>
        <source>{count} cannot: {why}</source>
        <translation>nicht möglich: {count} ({why})</translation>
    </message>
    <message>
        <source>{count} cannot</source>
        <translation>nicht möglich: {count}</translation>
    </message>
    <message>
        <source>You may not do this to it</source>
        <translation>Sie dürfen das mit ihr nicht tun</translation>
    </message>
    <message>
        <source>Nothing to do: {why}</source>
        <translation>Nichts zu tun: {why}</translation>
    </message>
    <message>
        <source>Cannot: {why}</source>
        <translation>Nicht möglich: {why}</translation>
    </message>
    <message>
        <source>{act}: {count} machines</source>
        <translation>{act}: {count} Maschinen</translation>
    </message>
    <message>
        <source>{count} done</source>
        <translation>erledigt: {count}</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>fehlgeschlagen: {count}</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>ausgelassen: {count}</translation>
    </message>
    <message>
        <source>{act}: {count} of {total} failed</source>
        <translation>{act}: {count} von {total} fehlgeschlagen</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>{act} &apos;{name}&apos;?</source>
        <translation>{act}: „{name}“?</translation>
    </message>
    <message>
        <source>Rename &apos;{name}&apos;</source>
        <translation>„{name}“ umbenennen</translation>
    </message>
    <message>
        <source>Screen of &apos;{name}&apos;</source>
        <translation>Bildschirm von „{name}“</translation>
    </message>
</context>
<context>
    <name>MachineAsking</name>
    <message>
        <source>Start with host</source>
        <translation>Mit dem Host starten</translation>
    </message>
    <message>
        <source>Do not start with host</source>
        <translation>Nicht mit dem Host starten</translation>
    </message>
    <message>
        <source>Could not change when &apos;{name}&apos; starts</source>
        <translation>Der automatische Start von „{name}“ konnte nicht geändert werden</translation>
    </message>
    <message>
        <source>Could not take a picture of &apos;{name}&apos;</source>
        <translation>Von „{name}“ konnte kein Bild aufgenommen werden</translation>
    </message>
    <message>
        <source>Could not read the definition</source>
        <translation>Die Definition konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>{act}: {count} machines</source>
        <translation>{act}: {count} Maschinen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Could not delete &apos;{name}&apos;</source>
        <translation>„{name}“ konnte nicht gelöscht werden</translation>
    </message>
    <message>
        <source>The picture was saved</source>
        <translation>Das Bild wurde gespeichert</translation>
    </message>
    <message>
        <source>Could not save the picture</source>
        <translation>Das Bild konnte nicht gespeichert werden</translation>
    </message>
</context>
<context>
    <name>MachineDetailsPane</name>
    <message>
        <source>No machine selected</source>
        <translation>Keine Auswahl</translation>
    </message>
    <message>
        <source>Select a machine to see its figures, its screen and its parts.</source>
        <translation>Wählen Sie eine Maschine aus, um ihre Werte, ihren Bildschirm und ihre Bestandteile zu sehen.</translation>
    </message>
    <message>
        <source>This machine is gone</source>
        <translation>Nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>About the machine</source>
        <translation>Über die Maschine</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; was deleted, or its definition was removed from its host.</source>
        <translation>„{name}“ wurde gelöscht, oder die Definition wurde vom Host entfernt.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; was deleted, or you may not see it any more.</source>
        <translation>„{name}“ wurde gelöscht, oder Sie dürfen die Maschine nicht mehr sehen.</translation>
    </message>
</context>
<context>
    <name>MachineList</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPUs</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Autostart</source>
        <translation>Autostart</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>{state}, stale since {time}</source>
        <translation>{state}, veraltet seit {time}</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>{figure} unknown</source>
        <translation>{figure} unbekannt</translation>
    </message>
    <message>
        <source>No agent has spoken</source>
        <translation>Kein Agent hat sich gemeldet</translation>
    </message>
    <message>
        <source>No department</source>
        <translation>Keine Abteilung</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>Kein Besitzer</translation>
    </message>
    <message>
        <source>Read {read}, written {written}</source>
        <translation>{read} gelesen, {written} geschrieben</translation>
    </message>
    <message>
        <source>Received {received}, sent {sent}</source>
        <translation>{received} empfangen, {sent} gesendet</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Übliche Spalten</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Aufsteigend</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Absteigend</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Stale since {time}</source>
        <translation>Veraltet seit {time}</translation>
    </message>
    <message>
        <source>Machines as tiles</source>
        <translation>Maschinen als Kacheln</translation>
    </message>
</context>
<context>
    <name>MachineWindow</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>MachineWork</name>
    <message>
        <source>It was cut short.</source>
        <translation>Der Vorgang wurde vorzeitig beendet.</translation>
    </message>
    <message>
        <source>Asked; waiting for its system</source>
        <translation>Aufgefordert; das System wird abgewartet</translation>
    </message>
    <message>
        <source>{act} &apos;{name}&apos;</source>
        <translation>{act}: „{name}“</translation>
    </message>
</context>
<context>
    <name>MachinesCard</name>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>It has no machines. Move some to it in the list of machines.</source>
        <translation>Sie hat keine Maschinen. Verschieben Sie in der Maschinenliste welche hierher.</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… und {count} weitere</translation>
    </message>
    <message>
        <source>Machines of the department</source>
        <translation>Maschinen der Abteilung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
</context>
<context>
    <name>MachinesPage</name>
    <message>
        <source>New machine</source>
        <translation>Neue Maschine</translation>
    </message>
    <message>
        <source>No machines yet</source>
        <translation>Noch keine Maschinen</translation>
    </message>
    <message>
        <source>Machines that you make, and those that your hosts have, are listed here.</source>
        <translation>Hier werden die Maschinen aufgeführt, die Sie erstellen oder die auf Ihren Hosts vorhanden sind.</translation>
    </message>
    <message>
        <source>No machine matches</source>
        <translation>Keine passende Maschine</translation>
    </message>
    <message>
        <source>The filter takes words and marks such as state:running, dept:sales, owner:me, host:name or cpu&gt;80; a minus before one turns it round.</source>
        <translation>Der Filter nimmt Wörter und Merkmale wie state:running, dept:sales, owner:me, host:name oder cpu&gt;80 an; ein Minus davor kehrt sie um.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Columns and order</source>
        <translation>Spalten und Sortierung</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Details ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Filter: web state:running</source>
        <translation>Filtern: web state:running</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation>
            <numerusform>%n Maschine</numerusform>
            <numerusform>%n Maschinen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n machine(s)</source>
        <translation>
            <numerusform>{shown} von %n Maschine</numerusform>
            <numerusform>{shown} von %n Maschinen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Machine</source>
        <translation>&amp;Maschine</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>MemberDialog</name>
    <message>
        <source>Members see the department&apos;s machines. Administrators also do everything with them, and choose its people.</source>
        <translation>Mitglieder sehen die Maschinen der Abteilung. Administratoren können außerdem alles mit ihnen tun und die Personen der Abteilung auswählen.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>MembersCard</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Nobody is in it yet.</source>
        <translation>Noch gehört niemand dazu.</translation>
    </message>
    <message>
        <source>People of the department</source>
        <translation>Personen der Abteilung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Add person…</source>
        <translation>Person hinzufügen…</translation>
    </message>
    <message>
        <source>Make administrator</source>
        <translation>Zum Administrator machen</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Make member</source>
        <translation>Zum Mitglied machen</translation>
    </message>
</context>
<context>
    <name>MessagePage</name>
    <message>
        <source>Password of the screen</source>
        <translation>Passwort des Bildschirms</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>MetricChart</name>
    <message>
        <source>No figures in this time.</source>
        <translation>Keine Werte in diesem Zeitraum.</translation>
    </message>
    <message>
        <source>{name}: {value} ({low} to {high})</source>
        <translation>{name}: {value} ({low} bis {high})</translation>
    </message>
    <message>
        <source>{value}, host</source>
        <translation>{value}, Host</translation>
    </message>
</context>
<context>
    <name>MetricsPage</name>
    <message>
        <source>Choose none</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Machines to compare</source>
        <translation>Maschinen zum Vergleichen</translation>
    </message>
    <message>
        <source>Compared figure</source>
        <translation>Verglichener Wert</translation>
    </message>
    <message>
        <source>Compare machines</source>
        <translation>Maschinen vergleichen</translation>
    </message>
    <message>
        <source>Tick up to eight machines in the list to see their figures in one chart.</source>
        <translation>Wählen Sie bis zu acht Maschinen in der Liste aus, um ihre Werte in einem Diagramm zu sehen.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Filter machines by name</source>
        <translation>Maschinen nach Namen filtern</translation>
    </message>
    <message>
        <source>{chosen} of {most} chosen: untick one to choose another.</source>
        <translation>{chosen} von {most} ausgewählt: Wählen Sie eine ab, um eine andere auszuwählen.</translation>
    </message>
    <message>
        <source>{chosen} of {total} machines chosen</source>
        <translation>{chosen} von {total} Maschinen ausgewählt</translation>
    </message>
    <message>
        <source>Not running now: {names}.</source>
        <translation>Laufen derzeit nicht: {names}.</translation>
    </message>
</context>
<context>
    <name>MetricsTab</name>
    <message>
        <source>See its agent</source>
        <translation>Agenten ansehen</translation>
    </message>
    <message>
        <source>Live figures show while the machine runs. Choose a longer range for earlier ones.</source>
        <translation>Live-Werte werden angezeigt, solange die Maschine läuft. Wählen Sie für frühere Werte einen längeren Zeitraum.</translation>
    </message>
    <message>
        <source>The agent is silent: meanwhile these are the host&apos;s figures.</source>
        <translation>Der Agent ist verstummt: Bis er sich wieder meldet, sind dies die Werte des Hosts.</translation>
    </message>
    <message>
        <source>Another program listens to the agent: live figures here are the host&apos;s. Longer ranges show what the agent said.</source>
        <translation>Ein anderes Programm hört den Agenten: Die Live-Werte hier sind die des Hosts. Längere Zeiträume zeigen, was der Agent gemeldet hat.</translation>
    </message>
    <message>
        <source>No agent talks in this machine: these are its host&apos;s figures. Install the agent to see cores, swap, disks, load and processes as well.</source>
        <translation>In dieser Maschine meldet sich kein Agent: Dies sind die Werte ihres Hosts. Installieren Sie den Agenten, um auch Kerne, Swap, Datenträger, Last und Prozesse zu sehen.</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>No department</source>
        <translation>Keine Abteilung</translation>
    </message>
    <message>
        <source>There is no department that you may move machines to.</source>
        <translation>Es gibt keine Abteilung, in die Sie Maschinen verschieben dürfen.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Move ({count})</source>
        <translation>Verschieben ({count})</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Screens</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Fold the navigation</source>
        <translation>Navigation einklappen</translation>
    </message>
    <message>
        <source>Unfold the navigation</source>
        <translation>Navigation ausklappen</translation>
    </message>
</context>
<context>
    <name>NavigationLinks</name>
    <message>
        <source>All ({count})</source>
        <translation>Alle ({count})</translation>
    </message>
</context>
<context>
    <name>NetworkCard</name>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Bridge on the host</source>
        <translation>Bridge auf dem Host</translation>
    </message>
    <message>
        <source>Automatic: the network &apos;{name}&apos;, as the department has it.</source>
        <translation>Automatisch: das Netzwerk „{name}“, wie in der Abteilung festgelegt.</translation>
    </message>
    <message>
        <source>Automatic: a network of its own behind the host, because the host has no active network. It reaches out; nobody reaches in.</source>
        <translation>Automatisch: ein eigenes Netzwerk hinter dem Host, da der Host kein aktives Netzwerk hat. Verbindungen nach außen sind möglich, von außen nicht.</translation>
    </message>
    <message>
        <source>Automatic: the host&apos;s network &apos;{name}&apos;, because it is active.</source>
        <translation>Automatisch: das Netzwerk „{name}“ des Hosts, da es aktiv ist.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Network &apos;{name}&apos;</source>
        <translation>Netzwerk „{name}“</translation>
    </message>
    <message>
        <source>A bridge of the host…</source>
        <translation>Eine Bridge des Hosts…</translation>
    </message>
    <message>
        <source>Of its own behind the host (NAT)</source>
        <translation>Eigenes Netzwerk hinter dem Host (NAT)</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Kein Netzwerk</translation>
    </message>
</context>
<context>
    <name>NetworkTab</name>
    <message>
        <source>Looking…</source>
        <translation>Wird ermittelt…</translation>
    </message>
    <message>
        <source>The host is not connected.</source>
        <translation>Der Host ist nicht verbunden.</translation>
    </message>
    <message>
        <source>It has no network card.</source>
        <translation>Die Maschine hat keine Netzwerkkarte.</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Bildschirme</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Network card {number}</source>
        <translation>Netzwerkkarte {number}</translation>
    </message>
    <message>
        <source>Plugged into</source>
        <translation>Verbunden mit</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC-Adresse</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
</context>
<context>
    <name>NewMachine</name>
    <message>
        <source>Choose the installer&apos;s ISO.</source>
        <translation>Wählen Sie die ISO-Datei des Installationsmediums.</translation>
    </message>
    <message>
        <source>Choose the disk image.</source>
        <translation>Wählen Sie das Datenträgerabbild.</translation>
    </message>
    <message>
        <source>Give the kernel&apos;s path on the host.</source>
        <translation>Geben Sie den Pfad des Kernels auf dem Host an.</translation>
    </message>
    <message>
        <source>Give the name of the network or bridge.</source>
        <translation>Geben Sie den Namen des Netzwerks oder der Bridge an.</translation>
    </message>
    <message>
        <source>1 vCPU and {memory} of memory</source>
        <translation>1 vCPU und {memory} Arbeitsspeicher</translation>
    </message>
    <message>
        <source>{vcpus} vCPUs and {memory} of memory</source>
        <translation>{vcpus} vCPUs und {memory} Arbeitsspeicher</translation>
    </message>
    <message>
        <source>on {host}</source>
        <translation>auf {host}</translation>
    </message>
    <message>
        <source>A simulated machine: no disk is made.</source>
        <translation>Eine simulierte Maschine: Es wird kein Datenträger angelegt.</translation>
    </message>
    <message>
        <source>Disk: the image itself is used, without a copy</source>
        <translation>Datenträger: Das Abbild selbst wird ohne Kopie verwendet</translation>
    </message>
    <message>
        <source>No disk</source>
        <translation>Kein Datenträger</translation>
    </message>
    <message>
        <source>{size} disk</source>
        <translation>Datenträger mit {size}</translation>
    </message>
    <message>
        <source>A copy of the image as its disk</source>
        <translation>Eine Kopie des Abbilds als Datenträger</translation>
    </message>
    <message>
        <source>in the pool {pool}, which is made first</source>
        <translation>im Pool {pool}, der zuerst angelegt wird</translation>
    </message>
    <message>
        <source>in the pool {pool}, which is started first</source>
        <translation>im Pool {pool}, der zuerst gestartet wird</translation>
    </message>
    <message>
        <source>in the pool {pool} ({free} free)</source>
        <translation>im Pool {pool} ({free} frei)</translation>
    </message>
    <message>
        <source>Starts from {file}</source>
        <translation>Startet von {file}</translation>
    </message>
    <message>
        <source>Starts the kernel {file}</source>
        <translation>Startet den Kernel {file}</translation>
    </message>
    <message>
        <source>Network of its own behind the host (NAT)</source>
        <translation>Eigenes Netzwerk hinter dem Host (NAT)</translation>
    </message>
    <message>
        <source>On the network {name}</source>
        <translation>Im Netzwerk {name}</translation>
    </message>
    <message>
        <source>On the bridge {name}</source>
        <translation>An der Bridge {name}</translation>
    </message>
    <message>
        <source>Without network</source>
        <translation>Ohne Netzwerk</translation>
    </message>
    <message>
        <source>Starts as soon as it is made</source>
        <translation>Startet nach dem Erstellen sofort</translation>
    </message>
    <message>
        <source>Stays off until somebody starts it</source>
        <translation>Bleibt ausgeschaltet, bis sie gestartet wird</translation>
    </message>
    <message>
        <source>, and with its host</source>
        <translation>; startet auch mit dem Host</translation>
    </message>
    <message>
        <source>For {owner}</source>
        <translation>Für {owner}</translation>
    </message>
    <message>
        <source>In {department}</source>
        <translation>In {department}</translation>
    </message>
    <message>
        <source>In {department}, for {owner}</source>
        <translation>In {department}, für {owner}</translation>
    </message>
</context>
<context>
    <name>NewMachineDialog</name>
    <message>
        <source>New machine</source>
        <translation>Neue Maschine</translation>
    </message>
    <message>
        <source>This will be made</source>
        <translation>Das wird erstellt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>There is no host yet. Add one under Hosts; machines are made there.</source>
        <translation>Es gibt noch keinen Host. Fügen Sie unter „Hosts“ einen hinzu; Maschinen werden dort erstellt.</translation>
    </message>
    <message>
        <source>&apos;{host}&apos; is not connected. What you fill in stays; it can be made as soon as the host is back, or on another host.</source>
        <translation>„{host}“ ist nicht verbunden. Ihre Eingaben bleiben erhalten; die Maschine kann erstellt werden, sobald der Host wieder erreichbar ist, oder auf einem anderen Host.</translation>
    </message>
    <message>
        <source>Could not create &apos;{name}&apos;</source>
        <translation>„{name}“ konnte nicht erstellt werden</translation>
    </message>
</context>
<context>
    <name>NewMachineForm</name>
    <message>
        <source> (not connected)</source>
        <translation> (nicht verbunden)</translation>
    </message>
    <message>
        <source>Suggested for the system</source>
        <translation>Für das System empfohlen</translation>
    </message>
    <message>
        <source>Own sizes</source>
        <translation>Eigene Größen</translation>
    </message>
    <message>
        <source>Linux</source>
        <translation>Linux</translation>
    </message>
    <message>
        <source>Another system</source>
        <translation>Anderes System</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPUs</translation>
    </message>
    <message>
        <source>With a disk</source>
        <translation>Mit Datenträger</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Suggested: the next that is free. It can be changed later.</source>
        <translation>Vorschlag: der nächste freie Name. Er kann später geändert werden.</translation>
    </message>
    <message>
        <source>Guessed from the file&apos;s name &apos;{file}&apos;; change it if that is wrong.</source>
        <translation>Aus dem Namen der Datei „{file}“ abgeleitet; bei Bedarf ändern.</translation>
    </message>
    <message>
        <source>Decides which virtual hardware it gets.</source>
        <translation>Bestimmt die virtuelle Hardware der Maschine.</translation>
    </message>
    <message>
        <source>The host has {size}.</source>
        <translation>Der Host hat {size}.</translation>
    </message>
    <message>
        <source>At least the image&apos;s own {size}; it can be larger, never smaller.</source>
        <translation>Mindestens die Größe des Abbilds selbst ({size}); er darf größer sein, nie kleiner.</translation>
    </message>
    <message>
        <source>The pool &apos;{pool}&apos; has {size} free. Only what is written takes room.</source>
        <translation>Im Pool „{pool}“ sind {size} frei. Nur was geschrieben wird, belegt Platz.</translation>
    </message>
    <message>
        <source>What {system} needs to be usable, as far as the host has it.</source>
        <translation>Was {system} zum sinnvollen Betrieb benötigt, soweit der Host es hat.</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Passwort wiederholen</translation>
    </message>
    <message>
        <source>Strong enough.</source>
        <translation>Stark genug.</translation>
    </message>
    <message>
        <source>Type a password.</source>
        <translation>Geben Sie ein Passwort ein.</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Die beiden Passwörter stimmen nicht überein.</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Die Feststelltaste scheint aktiv zu sein.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s); a few words make a good one.</source>
        <translation>
            <numerusform>Mindestens %n Zeichen; gut sind mehrere Wörter.</numerusform>
            <numerusform>Mindestens %n Zeichen; gut sind mehrere Wörter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewPoolDialog</name>
    <message>
        <source>New storage pool</source>
        <translation>Neuer Speicherpool</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Directory on the host</source>
        <translation>Verzeichnis auf dem Host</translation>
    </message>
    <message>
        <source>It is made if it is missing. What lies in it stays as it is.</source>
        <translation>Es wird angelegt, wenn es fehlt. Was darin liegt, bleibt unverändert.</translation>
    </message>
    <message>
        <source>Make pool</source>
        <translation>Pool anlegen</translation>
    </message>
    <message>
        <source>Make the storage pool &apos;{name}&apos;</source>
        <translation>Speicherpool „{name}“ anlegen</translation>
    </message>
</context>
<context>
    <name>NoteBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>NoticeList</name>
    <message>
        <source>Notices</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Nothing to tell yet.</source>
        <translation>Noch keine Meldungen.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>OneTimePasswordDialog</name>
    <message>
        <source>One-time password</source>
        <translation>Einmalpasswort</translation>
    </message>
    <message>
        <source>Pass this on to {name}. It is shown only now; at the first sign-in they choose their own.</source>
        <translation>Geben Sie es an {name} weiter. Es wird nur jetzt angezeigt; bei der ersten Anmeldung wird ein eigenes Passwort gewählt.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>New machine</source>
        <translation>Neue Maschine</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>No host yet</source>
        <translation>Noch kein Host</translation>
    </message>
    <message>
        <source>Machines run on hosts: computers with libvirt, such as this one. Set up the first host, and its machines are shown here.</source>
        <translation>Maschinen laufen auf Hosts: Computern mit libvirt, zum Beispiel diesem. Richten Sie den ersten Host ein; seine Maschinen werden dann hier angezeigt.</translation>
    </message>
    <message>
        <source>Set up this computer</source>
        <translation>Diesen Computer einrichten</translation>
    </message>
    <message>
        <source>Could not show your picture</source>
        <translation>Ihr Bild konnte nicht angezeigt werden</translation>
    </message>
    <message>
        <source>Connect to another computer…</source>
        <translation>Mit anderem Computer verbinden…</translation>
    </message>
    <message>
        <source>Show these machines</source>
        <translation>Diese Maschinen anzeigen</translation>
    </message>
    <message>
        <source>No machines yet</source>
        <translation>Noch keine Maschinen</translation>
    </message>
    <message>
        <source>A machine is a whole computer made of software. Choose a name and a size, and where its system comes from; everything else has a default that works.</source>
        <translation>Eine Maschine ist ein ganzer Computer aus Software. Wählen Sie Namen und Größe und woher das System kommt; für alles andere gibt es eine funktionierende Vorgabe.</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation>
            <numerusform>%n Maschine</numerusform>
            <numerusform>%n Maschinen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as last seen</source>
        <translation>
            <numerusform>%n nach letztem bekannten Stand</numerusform>
            <numerusform>%n nach letztem bekannten Stand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more host(s)</source>
        <translation>
            <numerusform>%n weiteren Host anzeigen</numerusform>
            <numerusform>%n weitere Hosts anzeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Live figures are switched off in the settings.</source>
        <translation>Live-Werte sind in den Einstellungen ausgeschaltet.</translation>
    </message>
    <message>
        <source>No machine is running.</source>
        <translation>Keine Maschine läuft.</translation>
    </message>
    <message>
        <source>There are no figures yet.</source>
        <translation>Es gibt noch keine Werte.</translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>About</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Machine type</source>
        <translation>Maschinentyp</translation>
    </message>
    <message>
        <source>Starts with host</source>
        <translation>Startet mit dem Host</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>transient: its definition ends with it</source>
        <translation>transient: Die Definition endet mit der Maschine</translation>
    </message>
    <message>
        <source>{arch}, with KVM</source>
        <translation>{arch}, mit KVM</translation>
    </message>
    <message>
        <source>{arch}, emulated</source>
        <translation>{arch}, emuliert</translation>
    </message>
</context>
<context>
    <name>OwnerDialog</name>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Auswählen</translation>
    </message>
</context>
<context>
    <name>PackagesPart</name>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Update all…</source>
        <translation>Alle aktualisieren…</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Type what to look for, and press Enter.</source>
        <translation>Geben Sie einen Suchbegriff ein, und drücken Sie die Eingabetaste.</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Aktualisierungen</translation>
    </message>
    <message>
        <source>Find new</source>
        <translation>Neue suchen</translation>
    </message>
    <message>
        <source>Which packages</source>
        <translation>Welche Pakete</translation>
    </message>
    <message>
        <source>Name or word</source>
        <translation>Name oder Wort</translation>
    </message>
    <message>
        <source>Look for packages</source>
        <translation>Pakete suchen</translation>
    </message>
    <message>
        <source>Update all packages in &apos;{machine}&apos;?</source>
        <translation>Alle Pakete in „{machine}“ aktualisieren?</translation>
    </message>
    <message>
        <source>It may take long, and services may restart meanwhile.</source>
        <translation>Das kann lange dauern, und Dienste starten dabei eventuell neu.</translation>
    </message>
    <message>
        <source>Update all</source>
        <translation>Alle aktualisieren</translation>
    </message>
    <message>
        <source>Remove &apos;{name}&apos;?</source>
        <translation>„{name}“ entfernen?</translation>
    </message>
    <message>
        <source>Packages that need it are removed too. Its settings may go with it.</source>
        <translation>Pakete, die es benötigen, werden ebenfalls entfernt. Seine Einstellungen gehen dabei eventuell verloren.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Install package &apos;{name}&apos; in &apos;{machine}&apos;</source>
        <translation>Paket „{name}“ in „{machine}“ installieren</translation>
    </message>
    <message>
        <source>Update package &apos;{name}&apos; in &apos;{machine}&apos;</source>
        <translation>Paket „{name}“ in „{machine}“ aktualisieren</translation>
    </message>
    <message>
        <source>Update all packages in &apos;{machine}&apos;</source>
        <translation>Alle Pakete in „{machine}“ aktualisieren</translation>
    </message>
    <message>
        <source>Remove package &apos;{name}&apos; from &apos;{machine}&apos;</source>
        <translation>Paket „{name}“ aus „{machine}“ entfernen</translation>
    </message>
    <message>
        <source>Could not change the packages of &apos;{machine}&apos;</source>
        <translation>Die Pakete von „{machine}“ konnten nicht geändert werden</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Set a password in &apos;{machine}&apos;</source>
        <translation>Passwort in „{machine}“ festlegen</translation>
    </message>
    <message>
        <source>The QEMU guest agent sets it. It is not kept here.</source>
        <translation>Der QEMU-Gastagent legt es fest. Hier wird es nicht gespeichert.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Passwort wiederholen</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Festlegen</translation>
    </message>
    <message>
        <source>These are two different passwords.</source>
        <translation>Die beiden Passwörter stimmen nicht überein.</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Hide the password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Passwort anzeigen</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>The clipboard holds no text.</source>
        <translation>Die Zwischenablage enthält keinen Text.</translation>
    </message>
    <message numerus="yes">
        <source>Typing %1 characters takes about %n minute(s).</source>
        <translation>
            <numerusform>Das Eingeben von %1 Zeichen dauert etwa %n Minute.</numerusform>
            <numerusform>Das Eingeben von %1 Zeichen dauert etwa %n Minuten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type them</source>
        <translation>Eingeben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Typing the clipboard…</source>
        <translation>Zwischenablage wird eingegeben…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Typing the clipboard: %1 of %2</source>
        <translation>Zwischenablage wird eingegeben: %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) could not be typed: a US keyboard does not have them.</source>
        <translation>
            <numerusform>%n Zeichen konnte nicht eingegeben werden: Auf einer US-Tastatur gibt es das Zeichen nicht.</numerusform>
            <numerusform>%n Zeichen konnten nicht eingegeben werden: Auf einer US-Tastatur gibt es diese Zeichen nicht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Super administrator</source>
        <translation>Superadministrator</translation>
    </message>
    <message>
        <source>Uses their own machines and sees those of their departments.</source>
        <translation>Verwendet die eigenen Maschinen und sieht die der eigenen Abteilungen.</translation>
    </message>
    <message>
        <source>Looks after all machines and departments, and sees all people.</source>
        <translation>Betreut alle Maschinen und Abteilungen und sieht alle Personen.</translation>
    </message>
    <message>
        <source>May do everything, also with people, hosts, settings and the database.</source>
        <translation>Darf alles, auch mit Personen, Hosts, Einstellungen und der Datenbank.</translation>
    </message>
    <message>
        <source>Language of the computer</source>
        <translation>Sprache des Computers</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>No password</source>
        <translation>Kein Passwort</translation>
    </message>
    <message>
        <source>One-time password</source>
        <translation>Einmalpasswort</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Locked until {time}</source>
        <translation>Gesperrt bis {time}</translation>
    </message>
</context>
<context>
    <name>PeopleActs</name>
    <message>
        <source>Add person…</source>
        <translation>Person hinzufügen…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Reset password…</source>
        <translation>Passwort zurücksetzen…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <translation>Überall abmelden</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Before others are added, you need a password: everybody signs in.</source>
        <translation>Bevor weitere Personen hinzukommen, benötigen Sie ein Passwort: Dann melden sich alle an.</translation>
    </message>
    <message>
        <source>Not unlocked</source>
        <translation>Nicht entsperrt</translation>
    </message>
    <message>
        <source>Not signed out</source>
        <translation>Nicht abgemeldet</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Name or e-mail</source>
        <translation>Name oder E-Mail</translation>
    </message>
    <message>
        <source>All roles</source>
        <translation>Alle Rollen</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Show deleted</source>
        <translation>Gelöschte anzeigen</translation>
    </message>
    <message>
        <source>Nobody like that</source>
        <translation>Keine passende Person</translation>
    </message>
    <message>
        <source>No person has these words in their name or address, and this role.</source>
        <translation>Keine Person hat diese Wörter im Namen oder in der Adresse und dazu diese Rolle.</translation>
    </message>
    <message>
        <source>Could not read the people</source>
        <translation>Die Personen konnten nicht gelesen werden</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleTable</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Edit person</source>
        <translation>Person bearbeiten</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Edit &apos;{name}&apos;</source>
        <translation>„{name}“ bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>May not sign in</source>
        <translation>Darf sich nicht anmelden</translation>
    </message>
    <message>
        <source>The person gets a one-time password, which you see once and pass on. They choose their own with it.</source>
        <translation>Die Person erhält ein Einmalpasswort, das Sie einmal sehen und weitergeben. Damit wählt sie ein eigenes.</translation>
    </message>
</context>
<context>
    <name>PersonMenu</name>
    <message>
        <source>Signed in: {name}</source>
        <translation>Angemeldet: {name}</translation>
    </message>
    <message>
        <source>You are {name}</source>
        <translation>Sie sind {name}</translation>
    </message>
    <message>
        <source>Profile…</source>
        <translation>Profil…</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Passwort ändern…</translation>
    </message>
    <message>
        <source>Set a password…</source>
        <translation>Passwort festlegen…</translation>
    </message>
    <message>
        <source>Go without a password…</source>
        <translation>Auf Passwort verzichten…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out everywhere…</source>
        <translation>Überall abmelden…</translation>
    </message>
    <message>
        <source>Nobody signs in on this computer</source>
        <translation>Keine Anmeldung auf diesem Computer</translation>
    </message>
    <message>
        <source>Not signed out</source>
        <translation>Nicht abgemeldet</translation>
    </message>
    <message>
        <source>Sign out everywhere?</source>
        <translation>Überall abmelden?</translation>
    </message>
    <message>
        <source>Every program in which you are signed in, this one too, asks for your password again.</source>
        <translation>Jedes Programm, in dem Sie angemeldet sind, auch dieses, fragt erneut nach Ihrem Passwort.</translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <translation>Überall abmelden</translation>
    </message>
</context>
<context>
    <name>PersonPicker</name>
    <message>
        <source>Name or e-mail</source>
        <translation>Name oder E-Mail</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Personen suchen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>There are more: type a few letters of the name.</source>
        <translation>Es gibt weitere: Geben Sie einige Buchstaben des Namens ein.</translation>
    </message>
    <message>
        <source>Nobody fits.</source>
        <translation>Keine passende Person.</translation>
    </message>
    <message>
        <source>Nobody of your departments fits. Others are found by their whole e-mail address.</source>
        <translation>Keine passende Person in Ihren Abteilungen. Andere finden Sie über ihre vollständige E-Mail-Adresse.</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Whose it is: they may do everything with it.</source>
        <translation>Wem die Maschine gehört: Diese Person darf alles mit ihr tun.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Choose the owner; now: {name}</source>
        <translation>Besitzer auswählen; derzeit: {name}</translation>
    </message>
</context>
<context>
    <name>Placing</name>
    <message>
        <source>{count} will move</source>
        <translation>verschoben: {count}</translation>
    </message>
    <message>
        <source>{count} there already</source>
        <translation>bereits dort: {count}</translation>
    </message>
    <message>
        <source>{count} get another owner</source>
        <translation>neuer Besitzer: {count}</translation>
    </message>
    <message>
        <source>{count} stay as they are</source>
        <translation>unverändert: {count}</translation>
    </message>
    <message>
        <source>no department</source>
        <translation>keine Abteilung</translation>
    </message>
    <message>
        <source>another department</source>
        <translation>andere Abteilung</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>jemand anderes</translation>
    </message>
    <message>
        <source>You may not move it out of {place}</source>
        <translation>Sie dürfen sie von dort nicht verschieben: {place}</translation>
    </message>
    <message>
        <source>Already in {place}</source>
        <translation>Bereits dort: {place}</translation>
    </message>
    <message>
        <source>From {before} to {after}</source>
        <translation>Bisher: {before}, künftig: {after}</translation>
    </message>
    <message>
        <source>You may not assign it: it belongs to {owner}</source>
        <translation>Sie dürfen sie nicht zuweisen; Besitzer: {owner}</translation>
    </message>
    <message>
        <source>Belongs to {owner} already</source>
        <translation>Besitzer ist bereits: {owner}</translation>
    </message>
    <message>
        <source>Move &apos;{name}&apos; to a department</source>
        <translation>„{name}“ in eine Abteilung verschieben</translation>
    </message>
    <message>
        <source>Assign &apos;{name}&apos;</source>
        <translation>„{name}“ zuweisen</translation>
    </message>
    <message>
        <source>Move {count} machines to a department</source>
        <translation>{count} Maschinen in eine Abteilung verschieben</translation>
    </message>
    <message>
        <source>Assign {count} machines</source>
        <translation>{count} Maschinen zuweisen</translation>
    </message>
</context>
<context>
    <name>PlacingActs</name>
    <message>
        <source>Move to department…</source>
        <translation>In Abteilung verschieben…</translation>
    </message>
    <message>
        <source>Assign owner…</source>
        <translation>Besitzer zuweisen…</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Freigeben…</translation>
    </message>
    <message>
        <source>Machines placed: {count}</source>
        <translation>Zugeordnete Maschinen: {count}</translation>
    </message>
    <message>
        <source>Now: {place}</source>
        <translation>Jetzt: {place}</translation>
    </message>
</context>
<context>
    <name>PlacingDialog</name>
    <message>
        <source>What will happen</source>
        <translation>Was geschehen wird</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… und {count} weitere</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>You will have to sign in again</source>
        <translation>Sie müssen sich später erneut anmelden</translation>
    </message>
    <message>
        <source>No keyring keeps the sign-in on this computer. It lasts until the program ends.</source>
        <translation>Auf diesem Computer bewahrt kein Schlüsselbund die Anmeldung auf. Sie gilt, bis das Programm endet.</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Sie sind abgemeldet.</translation>
    </message>
    <message>
        <source>You were signed out: elsewhere, or because your account was changed.</source>
        <translation>Sie wurden abgemeldet: an anderer Stelle, oder weil Ihr Benutzerkonto geändert wurde.</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>What will happen</source>
        <translation>Was geschehen wird</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… und {count} weitere</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{act} ({count})</source>
        <translation>{act} ({count})</translation>
    </message>
</context>
<context>
    <name>ProcessesPart</name>
    <message>
        <source>End process…</source>
        <translation>Prozess beenden…</translation>
    </message>
    <message>
        <source>Kill process…</source>
        <translation>Beenden erzwingen…</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Show who started whom</source>
        <translation>Anzeigen, wer wen gestartet hat</translation>
    </message>
    <message>
        <source>Kill &apos;{name}&apos;?</source>
        <translation>Beenden von „{name}“ erzwingen?</translation>
    </message>
    <message>
        <source>End &apos;{name}&apos;?</source>
        <translation>„{name}“ beenden?</translation>
    </message>
    <message>
        <source>It ends at once. What it has not saved is lost.</source>
        <translation>Der Prozess endet sofort. Was er nicht gespeichert hat, geht verloren.</translation>
    </message>
    <message>
        <source>It is asked to end, and may save its work first, or not end at all.</source>
        <translation>Der Prozess wird zum Beenden aufgefordert; er kann seine Arbeit zuerst speichern oder auch weiterlaufen.</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>Beenden erzwingen</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Process {pid} of {user}</source>
        <translation>Prozess {pid}, Benutzer: {user}</translation>
    </message>
    <message>
        <source>nobody known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Kill &apos;{name}&apos; in &apos;{machine}&apos;</source>
        <translation>Beenden von „{name}“ in „{machine}“ erzwingen</translation>
    </message>
    <message>
        <source>End &apos;{name}&apos; in &apos;{machine}&apos;</source>
        <translation>„{name}“ in „{machine}“ beenden</translation>
    </message>
    <message>
        <source>Could not end &apos;{name}&apos;</source>
        <translation>„{name}“ konnte nicht beendet werden</translation>
    </message>
    <message>
        <source>It was asked to end. If it does not, kill it.</source>
        <translation>Der Prozess wurde zum Beenden aufgefordert. Endet er nicht, erzwingen Sie es.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; still runs</source>
        <translation>„{name}“ läuft noch</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>Quota</name>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPUs</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>{left} of {most} machines</source>
        <translation>{left} von {most} Maschinen</translation>
    </message>
    <message>
        <source>{left} of {most} vCPUs</source>
        <translation>{left} von {most} vCPUs</translation>
    </message>
    <message>
        <source>{left} of {most} memory</source>
        <translation>{left} von {most} Arbeitsspeicher</translation>
    </message>
    <message>
        <source>{left} of {most} disk</source>
        <translation>{left} von {most} auf Datenträgern</translation>
    </message>
    <message>
        <source>Left: {what}.</source>
        <translation>Noch frei: {what}.</translation>
    </message>
    <message>
        <source>More than &apos;{department}&apos; may have: {wanted} wanted, {left} of {most} left ({what}).</source>
        <translation>Mehr, als „{department}“ haben darf: {wanted} verlangt, {left} von {most} frei ({what}).</translation>
    </message>
</context>
<context>
    <name>Remedies</name>
    <message>
        <source>Install it: install {packages} with your package manager</source>
        <translation>Installieren: {packages} mit der Paketverwaltung installieren</translation>
    </message>
    <message>
        <source>Install it: {command}</source>
        <translation>Installieren: {command}</translation>
    </message>
    <message>
        <source>Install it: install {packages} with your package manager; or start it: sudo systemctl enable --now {service}</source>
        <translation>Installieren: {packages} mit der Paketverwaltung installieren; oder starten: sudo systemctl enable --now {service}</translation>
    </message>
    <message>
        <source>Install it: {command}; or start it: sudo systemctl enable --now {service}</source>
        <translation>Installieren: {command}; oder starten: sudo systemctl enable --now {service}</translation>
    </message>
    <message>
        <source>Start libvirt: sudo systemctl enable --now {service}</source>
        <translation>libvirt starten: sudo systemctl enable --now {service}</translation>
    </message>
    <message>
        <source>Let your account use libvirt: sudo usermod -aG libvirt $USER, then sign in again. Or use qemu:///session, which needs no rights.</source>
        <translation>Ihrem Benutzerkonto libvirt erlauben: sudo usermod -aG libvirt $USER, danach neu anmelden. Oder qemu:///session verwenden, das keine Rechte benötigt.</translation>
    </message>
    <message>
        <source>Check the host&apos;s name, its port, and that it is on and can be reached from here.</source>
        <translation>Prüfen Sie den Hostnamen und den Port, und ob der Host eingeschaltet und von hier erreichbar ist.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the host&apos;s own, then accept it: infinibay host trust {name}</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem des Hosts selbst und akzeptieren Sie ihn dann: infinibay host trust {name}</translation>
    </message>
    <message>
        <source>If the host was set up anew: infinibay host trust {name} --replace-key. If not, somebody may be between you and the host: do not connect.</source>
        <translation>Wenn der Host neu eingerichtet wurde: infinibay host trust {name} --replace-key. Wenn nicht, könnte sich jemand zwischen Ihnen und dem Host befinden: Verbinden Sie sich nicht.</translation>
    </message>
    <message>
        <source>libvirt&apos;s TLS needs the authority&apos;s certificate and your own: see https://libvirt.org/kbase/tlscerts.html</source>
        <translation>TLS von libvirt benötigt das Zertifikat der Zertifizierungsstelle und Ihr eigenes: siehe https://libvirt.org/kbase/tlscerts.html</translation>
    </message>
    <message>
        <source>Check the user name and the key. A key with a passphrase must be in the ssh agent (ssh-add); passwords are not asked for.</source>
        <translation>Prüfen Sie Benutzernamen und Schlüssel. Ein Schlüssel mit Passphrase muss im SSH-Agenten sein (ssh-add); Passwörter werden nicht abgefragt.</translation>
    </message>
    <message>
        <source>Look at libvirt&apos;s service on the host: journalctl -u {service}</source>
        <translation>Sehen Sie sich den libvirt-Dienst auf dem Host an: journalctl -u {service}</translation>
    </message>
    <message>
        <source>Switch on virtualization (VT-x or AMD-V) in the computer&apos;s firmware. Without it machines run, but slowly.</source>
        <translation>Schalten Sie die Virtualisierung (VT-x oder AMD-V) in der Firmware des Computers ein. Ohne sie laufen Maschinen, aber langsam.</translation>
    </message>
    <message>
        <source>KVM does not work on this host. Set the host to emulation: infinibay host edit {name} --acceleration emulation</source>
        <translation>KVM funktioniert auf diesem Host nicht. Stellen Sie den Host auf Emulation um: infinibay host edit {name} --acceleration emulation</translation>
    </message>
    <message>
        <source>Start it: virsh -c qemu:///system net-start default, and with the host: virsh -c qemu:///system net-autostart default</source>
        <translation>Starten: virsh -c qemu:///system net-start default, und mit dem Host: virsh -c qemu:///system net-autostart default</translation>
    </message>
    <message>
        <source>Start the desktop&apos;s keyring (GNOME Keyring or KWallet). Without one, console passwords are kept by libvirt alone, and passwords for hosts cannot be kept.</source>
        <translation>Starten Sie den Schlüsselbund des Desktops (GNOME Keyring oder KWallet). Ohne ihn werden Konsolenpasswörter nur von libvirt gespeichert, und Passwörter für Hosts können nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Move the file into a storage pool such as /var/lib/libvirt/images, or let QEMU&apos;s account pass its folders: chmod o+x on each folder above it.</source>
        <translation>Verschieben Sie die Datei in einen Speicherpool wie /var/lib/libvirt/images, oder geben Sie dem Benutzerkonto von QEMU Zugang zu ihren Ordnern: chmod o+x für jeden übergeordneten Ordner.</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove &apos;{name}&apos;?</source>
        <translation>„{name}“ entfernen?</translation>
    </message>
    <message>
        <source>Move its machines to</source>
        <translation>Maschinen verschieben nach</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Its people stay; what they own stays theirs. Its quota and defaults are forgotten.</source>
        <translation>Ihre Personen bleiben bestehen, und was ihnen gehört, gehört ihnen weiterhin. Kontingent und Vorgaben der Abteilung werden gelöscht.</translation>
    </message>
    <message>
        <source>It has no machines.</source>
        <translation>Sie hat keine Maschinen.</translation>
    </message>
    <message>
        <source>It has {machines}. They are moved, and go on as they are.</source>
        <translation>Bestand: {machines}. Er wird verschoben und bleibt sonst unverändert.</translation>
    </message>
    <message>
        <source>There is no other department. Add one first.</source>
        <translation>Es gibt keine andere Abteilung. Fügen Sie zuerst eine hinzu.</translation>
    </message>
</context>
<context>
    <name>RemovePasswordDialog</name>
    <message>
        <source>Go without a password?</source>
        <translation>Auf das Passwort verzichten?</translation>
    </message>
    <message>
        <source>Nobody signs in on this computer then: whoever uses your account here can do everything in this program.</source>
        <translation>Dann meldet sich auf diesem Computer niemand mehr an: Wer Ihr Benutzerkonto hier verwendet, kann in diesem Programm alles tun.</translation>
    </message>
    <message>
        <source>Where the database is on a server, that is so for everybody whose program reaches it.</source>
        <translation>Liegt die Datenbank auf einem Server, gilt das für alle, deren Programm sie erreicht.</translation>
    </message>
    <message>
        <source>That is possible only while there are no other people.</source>
        <translation>Das ist nur möglich, solange es keine anderen Personen gibt.</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Aktuelles Passwort</translation>
    </message>
    <message>
        <source>Go without a password</source>
        <translation>Auf Passwort verzichten</translation>
    </message>
    <message>
        <source>This is not your present password.</source>
        <translation>Das ist nicht Ihr aktuelles Passwort.</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Its disks and its place on the host keep their names.</source>
        <translation>Die Datenträger und ihr Ort auf dem Host behalten ihre Namen.</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
</context>
<context>
    <name>ResetPasswordDialog</name>
    <message>
        <source>Reset the password of &apos;{name}&apos;?</source>
        <translation>Passwort von „{name}“ zurücksetzen?</translation>
    </message>
    <message>
        <source>Their present password ends, and they are signed out everywhere. You get a one-time password to pass on; they choose their own with it.</source>
        <translation>Das aktuelle Passwort wird ungültig, und die Person wird überall abgemeldet. Sie erhalten ein Einmalpasswort zum Weitergeben; damit wählt die Person ein eigenes.</translation>
    </message>
    <message>
        <source>Reset password</source>
        <translation>Passwort zurücksetzen</translation>
    </message>
</context>
<context>
    <name>ResultDialog</name>
    <message>
        <source>Why it failed</source>
        <translation>Grund des Fehlschlags</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Retry failed ({count})</source>
        <translation>Fehlgeschlagene wiederholen ({count})</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>You may not do this here.</source>
        <translation>Das dürfen Sie hier nicht.</translation>
    </message>
</context>
<context>
    <name>RightsHelp</name>
    <message>
        <source>What the rights protect</source>
        <translation>Was die Rechte schützen</translation>
    </message>
    <message>
        <source>They protect against</source>
        <translation>Sie schützen vor</translation>
    </message>
    <message>
        <source>They cannot protect against</source>
        <translation>Sie können nicht schützen vor</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Was Sie tun können</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Before each act the program looks up who is signed in, and whether that person may do this to that machine, department or person. It does so where the act is done, not only where buttons are shown, and records what was done and what was refused. But it runs on the computer of the person who acts.</source>
        <translation>Vor jeder Aktion prüft das Programm, wer angemeldet ist und ob diese Person das mit dieser Maschine, Abteilung oder Person tun darf. Es prüft dort, wo die Aktion ausgeführt wird, nicht nur dort, wo Schaltflächen angezeigt werden, und hält fest, was getan und was abgelehnt wurde. Es läuft jedoch auf dem Computer der handelnden Person.</translation>
    </message>
    <message>
        <source>Mistakes: nobody deletes, stops or changes what is not theirs by taking one machine for another.</source>
        <translation>Versehen: Niemand löscht, stoppt oder ändert etwas Fremdes, weil zwei Maschinen verwechselt wurden.</translation>
    </message>
    <message>
        <source>Curiosity: users of this program see their own machines and their department&apos;s, and nothing of others in lists, search, exports or messages.</source>
        <translation>Neugier: Benutzer dieses Programms sehen die eigenen Maschinen und die ihrer Abteilung, aber nichts von anderen in Listen, Suche, Exporten oder Meldungen.</translation>
    </message>
    <message>
        <source>Forgetting: the activity says who did what and when, and checking the record shows entries that were changed or taken out later.</source>
        <translation>Vergessen: Die Aktivität zeigt, wer wann was getan hat, und die Prüfung des Protokolls zeigt Einträge, die später geändert oder entfernt wurden.</translation>
    </message>
    <message>
        <source>Somebody who has the database&apos;s password, or may write its file: with other programs they can read and change everything in it, the rights and the record too. The program itself has that password, on every computer where it runs.</source>
        <translation>Personen, die das Passwort der Datenbank haben oder ihre Datei schreiben dürfen: Mit anderen Programmen können sie alles darin lesen und ändern, auch die Rechte und das Protokoll. Das Programm selbst hat dieses Passwort auf jedem Computer, auf dem es läuft.</translation>
    </message>
    <message>
        <source>Somebody with root on a host, or an account there that may use libvirt: they drive and read its machines without this program.</source>
        <translation>Personen, die root auf einem Host sind oder dort ein Benutzerkonto haben, das libvirt verwenden darf: Sie steuern und lesen dessen Maschinen ohne dieses Programm.</translation>
    </message>
    <message>
        <source>Somebody who may change this program&apos;s files, or use the account of a person who stays signed in.</source>
        <translation>Personen, die die Dateien dieses Programms ändern oder das Benutzerkonto einer Person verwenden können, die angemeldet bleibt.</translation>
    </message>
    <message>
        <source>With no sign-in on this computer, everybody who uses this account: each of them is the administrator.</source>
        <translation>Ohne Anmeldung auf diesem Computer: alle, die dieses Benutzerkonto verwenden. Jede dieser Personen ist der Administrator.</translation>
    </message>
    <message>
        <source>Give the program, with the database&apos;s password, only to people whom you would trust with the database. Others can use their machines over remote desktop.</source>
        <translation>Geben Sie das Programm mit dem Passwort der Datenbank nur Personen, denen Sie auch die Datenbank anvertrauen würden. Andere können ihre Maschinen über Remotedesktop verwenden.</translation>
    </message>
    <message>
        <source>Use PostgreSQL on a computer of its own, with TLS and a password that is used for nothing else; change it when somebody leaves, as well as deleting the person.</source>
        <translation>Verwenden Sie PostgreSQL auf einem eigenen Computer, mit TLS und einem Passwort, das sonst nirgends verwendet wird. Wenn jemand ausscheidet, löschen Sie die Person und ändern Sie auch dieses Passwort.</translation>
    </message>
    <message>
        <source>On hosts, let only administrators&apos; own SSH keys use libvirt, and take a key out when its owner leaves.</source>
        <translation>Lassen Sie auf Hosts nur eigene SSH-Schlüssel der Administratoren libvirt verwenden, und entfernen Sie einen Schlüssel, wenn sein Besitzer ausscheidet.</translation>
    </message>
    <message>
        <source>Export the activity from time to time and keep the file elsewhere. Whoever rewrites the whole record cannot rewrite that one.</source>
        <translation>Exportieren Sie die Aktivität von Zeit zu Zeit, und bewahren Sie die Datei an einem anderen Ort auf. Wer das ganze Protokoll umschreibt, kann diese Datei nicht umschreiben.</translation>
    </message>
    <message>
        <source>Set a password before others use this computer, let the desktop lock its screen, and sign out everywhere when a computer is lost.</source>
        <translation>Legen Sie ein Passwort fest, bevor andere diesen Computer verwenden, lassen Sie den Desktop den Bildschirm sperren, und melden Sie sich überall ab, wenn ein Computer verloren geht.</translation>
    </message>
</context>
<context>
    <name>ScreenView</name>
    <message>
        <source>Screen of a machine</source>
        <translation>Bildschirm einer Maschine</translation>
    </message>
    <message>
        <source>Click or press Enter to type into the machine</source>
        <translation>Klicken oder Eingabe drücken, um in die Maschine zu tippen</translation>
    </message>
    <message>
        <source>Press %1 to release the keyboard and pointer</source>
        <translation>%1 drücken, um Tastatur und Zeiger freizugeben</translation>
    </message>
    <message>
        <source>Press %1 to release the keyboard</source>
        <translation>%1 drücken, um die Tastatur freizugeben</translation>
    </message>
    <message>
        <source>A picture of the machine&apos;s own screen; its words cannot be read out. All keys go to the machine. Press %1 to come back.</source>
        <translation>Ein Bild des Bildschirms der Maschine; seine Texte können nicht vorgelesen werden. Alle Tasten gehen an die Maschine. Mit %1 kehren Sie zurück.</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Abteilungen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Timers</source>
        <translation>Zeitgeber</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
</context>
<context>
    <name>ScreenshotDialog</name>
    <message>
        <source>{width} by {height} pixels</source>
        <translation>{width} × {height} Pixel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
</context>
<context>
    <name>ScreenshotSaver</name>
    <message>
        <source>Save screenshot</source>
        <translation>Bildschirmfoto speichern</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
</context>
<context>
    <name>SelectionSummary</name>
    <message>
        <source>States</source>
        <translation>Zustände</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message numerus="yes">
        <source>%n machines selected</source>
        <translation>
            <numerusform>%n Maschine ausgewählt</numerusform>
            <numerusform>%n Maschinen ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Memory running</source>
        <translation>Davon in Betrieb</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message numerus="yes">
        <source>%n of them as last seen: not connected</source>
        <translation>
            <numerusform>%n davon nach letztem bekannten Stand: nicht verbunden</numerusform>
            <numerusform>%n davon nach letztem bekannten Stand: nicht verbunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServicesPart</name>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Stoppen…</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>Deaktivieren…</translation>
    </message>
    <message>
        <source>Start it with the system from now on</source>
        <translation>Künftig mit dem System starten</translation>
    </message>
    <message>
        <source>Do not start it with the system any more</source>
        <translation>Nicht mehr mit dem System starten</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>Protokoll…</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Stop &apos;{name}&apos;?</source>
        <translation>„{name}“ stoppen?</translation>
    </message>
    <message>
        <source>Disable &apos;{name}&apos;?</source>
        <translation>„{name}“ deaktivieren?</translation>
    </message>
    <message>
        <source>What it does for others ends. A machine without its network or its remote access may be out of reach.</source>
        <translation>Was der Dienst für andere tut, endet. Eine Maschine ohne Netzwerk oder Fernzugriff ist eventuell nicht mehr erreichbar.</translation>
    </message>
    <message>
        <source>It goes on now, and does not start with the system any more.</source>
        <translation>Der Dienst läuft jetzt weiter, startet aber nicht mehr mit dem System.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Start service &apos;{name}&apos; in &apos;{machine}&apos;</source>
        <translation>Dienst „{name}“ in „{machine}“ starten</translation>
    </message>
    <message>
        <source>Stop service &apos;{name}&apos; in &apos;{machine}&apos;</source>
        <translation>Dienst „{name}“ in „{machine}“ stoppen</translation>
    </message>
    <message>
        <source>Restart service &apos;{name}&apos; in &apos;{machine}&apos;</source>
        <translation>Dienst „{name}“ in „{machine}“ neu starten</translation>
    </message>
    <message>
        <source>Enable service &apos;{name}&apos; in &apos;{machine}&apos;</source>
        <translation>Dienst „{name}“ in „{machine}“ aktivieren</translation>
    </message>
    <message>
        <source>Disable service &apos;{name}&apos; in &apos;{machine}&apos;</source>
        <translation>Dienst „{name}“ in „{machine}“ deaktivieren</translation>
    </message>
    <message>
        <source>Could not change the service &apos;{name}&apos;</source>
        <translation>Der Dienst „{name}“ konnte nicht geändert werden</translation>
    </message>
    <message>
        <source>Could not read the log of &apos;{name}&apos;</source>
        <translation>Das Protokoll von „{name}“ konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Log of &apos;{name}&apos;</source>
        <translation>Protokoll von „{name}“</translation>
    </message>
</context>
<context>
    <name>SetPasswordDialog</name>
    <message>
        <source>Set a password</source>
        <translation>Passwort festlegen</translation>
    </message>
    <message>
        <source>Until now everybody who can use your account on this computer can do everything here. With a password the program asks for it before it shows anything.</source>
        <translation>Bisher kann jeder, der Ihr Benutzerkonto auf diesem Computer verwenden kann, hier alles tun. Mit einem Passwort fragt das Programm danach, bevor es etwas anzeigt.</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>Passwort festlegen</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset to default</source>
        <translation>Auf Standard zurücksetzen</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Machine list</source>
        <translation>Maschinenliste</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Verhalten</translation>
    </message>
    <message>
        <source>Record and logs</source>
        <translation>Protokoll und Logdateien</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light or dark colours, or those of the desktop.</source>
        <translation>Helle oder dunkle Farben, oder die des Desktops.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Español</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Show live figures</source>
        <translation>Live-Werte anzeigen</translation>
    </message>
    <message>
        <source>Ask the hosts for processor, memory, disk and network figures. States of machines are told by the hosts either way.</source>
        <translation>Hosts nach Werten für Prozessor, Arbeitsspeicher, Datenträger und Netzwerk fragen. Die Zustände der Maschinen melden die Hosts in jedem Fall.</translation>
    </message>
    <message>
        <source>Time between figures</source>
        <translation>Zeit zwischen den Werten</translation>
    </message>
    <message>
        <source>How often the hosts are asked for figures. Longer is lighter on the hosts.</source>
        <translation>Wie oft die Hosts nach Werten gefragt werden. Längere Zeiten entlasten die Hosts.</translation>
    </message>
    <message>
        <source>Draw small charts</source>
        <translation>Kleine Diagramme zeichnen</translation>
    </message>
    <message>
        <source>A line of the last minutes beside the figures in the list.</source>
        <translation>Eine Linie der letzten Minuten neben den Werten in der Liste.</translation>
    </message>
    <message>
        <source>Show pictures of screens</source>
        <translation>Bilder der Bildschirme anzeigen</translation>
    </message>
    <message>
        <source>Small pictures of running machines&apos; screens, taken from time to time.</source>
        <translation>Kleine Bilder der Bildschirme laufender Maschinen, von Zeit zu Zeit aufgenommen.</translation>
    </message>
    <message>
        <source>Size of the screen</source>
        <translation>Größe des Bildschirms</translation>
    </message>
    <message>
        <source>How a console fills its window. Resizing the machine&apos;s screen needs a guest that can do it; otherwise the picture is fitted.</source>
        <translation>Wie eine Konsole ihr Fenster ausfüllt. Das Anpassen des Bildschirms der Maschine setzt einen Gast voraus, der das unterstützt; andernfalls wird das Bild angepasst.</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>An das Fenster anpassen</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>Resize the machine&apos;s screen</source>
        <translation>Bildschirm der Maschine anpassen</translation>
    </message>
    <message>
        <source>Keys that release the console</source>
        <translation>Tasten zum Verlassen der Konsole</translation>
    </message>
    <message>
        <source>The language of the program, at once.</source>
        <translation>Die Sprache des Programms; sofort wirksam.</translation>
    </message>
    <message>
        <source>Guests and metrics</source>
        <translation>Gäste und Messwerte</translation>
    </message>
    <message>
        <source>Picture behind the overview</source>
        <translation>Bild hinter der Übersicht</translation>
    </message>
    <message>
        <source>It is drawn pale, so that all can be read.</source>
        <translation>Es wird blass dargestellt, damit alles lesbar bleibt.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>Ridges</source>
        <translation>Bergkämme</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>Wellen</translation>
    </message>
    <message>
        <source>Dunes</source>
        <translation>Dünen</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>My own picture</source>
        <translation>Eigenes Bild</translation>
    </message>
    <message>
        <source>A PNG, JPEG or WebP file of at most 20 MiB and 10,000 pixels a side. It is read where it lies, at each start.</source>
        <translation>Eine PNG-, JPEG- oder WebP-Datei mit höchstens 20 MiB und 10.000 Pixeln je Seite. Sie wird bei jedem Start an ihrem Ort gelesen.</translation>
    </message>
    <message>
        <source>Pressed together, they give keyboard and pointer back to this computer. Two or more of Ctrl, Alt, Shift and Meta, or some of them and one letter, digit or function key: for example Ctrl+Alt.</source>
        <translation>Gemeinsam gedrückt geben sie Tastatur und Zeiger an diesen Computer zurück. Zwei oder mehr von Strg, Alt, Umschalt und Meta, oder einige davon und ein Buchstabe, eine Ziffer oder eine Funktionstaste: zum Beispiel Strg+Alt.</translation>
    </message>
    <message>
        <source>Keep hidden consoles connected</source>
        <translation>Verdeckte Konsolen verbunden halten</translation>
    </message>
    <message>
        <source>How long a console that nobody sees stays connected, so that coming back to it shows it at once.</source>
        <translation>Wie lange eine nicht sichtbare Konsole verbunden bleibt, damit sie bei der Rückkehr sofort angezeigt wird.</translation>
    </message>
    <message>
        <source>Pause between pasted keys</source>
        <translation>Pause zwischen eingefügten Tasten</translation>
    </message>
    <message>
        <source>For text that is typed into a machine. Raise it where letters get lost.</source>
        <translation>Für Text, der in eine Maschine eingegeben wird. Erhöhen, wenn Buchstaben verloren gehen.</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>Schließen des Fensters</translation>
    </message>
    <message>
        <source>In the tray the program goes on to watch hosts. Machines run on either way.</source>
        <translation>Im Infobereich überwacht das Programm die Hosts weiter. Maschinen laufen in jedem Fall weiter.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Nachfragen</translation>
    </message>
    <message>
        <source>Ends the program</source>
        <translation>Beendet das Programm</translation>
    </message>
    <message>
        <source>Keeps it in the tray</source>
        <translation>Legt es im Infobereich ab</translation>
    </message>
    <message>
        <source>Ask before forcing a machine off</source>
        <translation>Vor dem Erzwingen des Ausschaltens fragen</translation>
    </message>
    <message>
        <source>Forcing off or resetting cuts the power: unsaved work is lost.</source>
        <translation>Erzwungenes Ausschalten oder Zurücksetzen trennt den Strom: Nicht gespeicherte Arbeit geht verloren.</translation>
    </message>
    <message>
        <source>Ask before shutting down</source>
        <translation>Vor dem Herunterfahren fragen</translation>
    </message>
    <message>
        <source>Shutting down lets the guest end its work first.</source>
        <translation>Beim Herunterfahren kann der Gast seine Arbeit zuerst beenden.</translation>
    </message>
    <message>
        <source>Ask before rebooting</source>
        <translation>Vor dem Neustart fragen</translation>
    </message>
    <message>
        <source>Rebooting lets the guest end its work first.</source>
        <translation>Beim Neustart kann der Gast seine Arbeit zuerst beenden.</translation>
    </message>
    <message>
        <source>Ask before saving</source>
        <translation>Vor dem Speichern des Zustands fragen</translation>
    </message>
    <message>
        <source>Saving writes the machine&apos;s memory to the host&apos;s disk and stops it.</source>
        <translation>Der Arbeitsspeicher der Maschine wird auf den Datenträger des Hosts geschrieben, und die Maschine stoppt.</translation>
    </message>
    <message>
        <source>Ask before pausing</source>
        <translation>Vor dem Anhalten fragen</translation>
    </message>
    <message>
        <source>A paused machine keeps its memory and does nothing.</source>
        <translation>Eine angehaltene Maschine behält ihren Arbeitsspeicher und tut nichts.</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>Desktop-Benachrichtigungen</translation>
    </message>
    <message>
        <source>Tell through the desktop what ended or failed while the window is not in front.</source>
        <translation>Über den Desktop mitteilen, was beendet wurde oder fehlgeschlagen ist, während das Fenster nicht im Vordergrund ist.</translation>
    </message>
    <message>
        <source>Time between readings of guests</source>
        <translation>Zeit zwischen den Messungen der Gäste</translation>
    </message>
    <message>
        <source>How often the agents inside machines send their figures. Longer is lighter on the machines and on the database.</source>
        <translation>Wie oft die Agenten in den Maschinen ihre Werte senden. Längere Zeiten entlasten die Maschinen und die Datenbank.</translation>
    </message>
    <message>
        <source>Keep each reading</source>
        <translation>Einzelne Messungen aufbewahren</translation>
    </message>
    <message>
        <source>How long every single reading is kept. Minutes, quarters of an hour and days are made of them before they go.</source>
        <translation>Wie lange jede einzelne Messung aufbewahrt wird. Bevor die Messungen entfernt werden, entstehen aus ihnen Minuten, Viertelstunden und Tage.</translation>
    </message>
    <message>
        <source>Keep history by the minute</source>
        <translation>Minutenverlauf aufbewahren</translation>
    </message>
    <message>
        <source>How long the least, mean and most of each minute are kept.</source>
        <translation>Wie lange Minimum, Mittel und Maximum jeder Minute aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Keep history by the quarter of an hour</source>
        <translation>Viertelstundenverlauf aufbewahren</translation>
    </message>
    <message>
        <source>How long the least, mean and most of each quarter of an hour are kept.</source>
        <translation>Wie lange Minimum, Mittel und Maximum jeder Viertelstunde aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Keep history by the day</source>
        <translation>Tagesverlauf aufbewahren</translation>
    </message>
    <message>
        <source>How long the least, mean and most of each day are kept.</source>
        <translation>Wie lange Minimum, Mittel und Maximum jedes Tages aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Hand out the agent at</source>
        <translation>Agenten bereitstellen unter</translation>
    </message>
    <message>
        <source>An address of this computer and a port, such as 192.168.122.1:8080. Guests can then fetch the agent over HTTP while the program runs. Everybody who reaches the address can, and nothing is encrypted. Empty is off. All networks: everywhere:0.0.0.0:8080.</source>
        <translation>Eine Adresse dieses Computers und ein Port, zum Beispiel 192.168.122.1:8080. Gäste können den Agenten dann über HTTP abrufen, solange das Programm läuft. Das können alle, die die Adresse erreichen, und nichts ist verschlüsselt. Leer bedeutet aus. Alle Netzwerke: everywhere:0.0.0.0:8080.</translation>
    </message>
    <message>
        <source>Keep the record of activity</source>
        <translation>Aktivitätsprotokoll aufbewahren</translation>
    </message>
    <message>
        <source>How long it is kept who did what. Older entries are removed for good. 0 keeps all. This is a setting of this computer. Every running program in which somebody is signed in who may change settings removes by its own: the shortest time counts.</source>
        <translation>Wie lange aufbewahrt wird, wer was getan hat. Ältere Einträge werden endgültig entfernt. 0 bewahrt alles auf. Dies ist eine Einstellung dieses Computers. Jedes laufende Programm, in dem jemand angemeldet ist, der Einstellungen ändern darf, entfernt nach seiner eigenen: Die kürzeste Zeit zählt.</translation>
    </message>
    <message>
        <source>Keep the record of errors</source>
        <translation>Fehlerprotokoll aufbewahren</translation>
    </message>
    <message>
        <source>How long errors are kept. 0 keeps all.</source>
        <translation>Wie lange Fehler aufbewahrt werden. 0 bewahrt alles auf.</translation>
    </message>
    <message>
        <source>Log more about</source>
        <translation>Mehr protokollieren über</translation>
    </message>
    <message>
        <source>Parts of the program that write more into the log file, such as virt or services:connections, with commas between them; * is all, a minus before a name takes it out. Empty is the usual amount.</source>
        <translation>Teile des Programms, die mehr in die Logdatei schreiben, zum Beispiel virt oder services:connections, durch Kommas getrennt; * bedeutet alle, ein Minus vor einem Namen nimmt ihn aus. Leer bedeutet die übliche Menge.</translation>
    </message>
    <message>
        <source>The path of a SQLite file, or postgresql://USER@HOST/DATABASE. Empty means the program&apos;s own file. A password does not belong here: use PostgreSQL&apos;s password file.</source>
        <translation>Der Pfad einer SQLite-Datei oder postgresql://USER@HOST/DATABASE. Leer bedeutet die eigene Datei des Programms. Ein Passwort gehört nicht hierher: Verwenden Sie die Passwortdatei von PostgreSQL.</translation>
    </message>
    <message>
        <source>The settings cannot be read, so the defaults are used. File: %1</source>
        <translation>Die Einstellungen können nicht gelesen werden; die Standardwerte werden verwendet. Datei: %1</translation>
    </message>
    <message>
        <source>The settings&apos; file is damaged, so the defaults are used. File: %1</source>
        <translation>Die Einstellungsdatei ist beschädigt; die Standardwerte werden verwendet. Datei: %1</translation>
    </message>
    <message>
        <source>The settings&apos; file is far too big, so the defaults are used. File: %1</source>
        <translation>Die Einstellungsdatei ist viel zu groß; die Standardwerte werden verwendet. Datei: %1</translation>
    </message>
    <message>
        <source>A newer version of this program wrote the settings, so the defaults are used. File: %1</source>
        <translation>Die Einstellungen wurden von einer neueren Version dieses Programms geschrieben; die Standardwerte werden verwendet. Datei: %1</translation>
    </message>
    <message>
        <source>Older settings could not be taken over, so the defaults are used. File: %1</source>
        <translation>Ältere Einstellungen konnten nicht übernommen werden; die Standardwerte werden verwendet. Datei: %1</translation>
    </message>
    <message>
        <source>The setting “%2” has a value that cannot be used. Its default is used. File: %1</source>
        <translation>Die Einstellung „%2“ hat einen unbrauchbaren Wert. Der Standardwert wird verwendet. Datei: %1</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>years</source>
        <translation>Jahre</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Wird beim nächsten Start wirksam.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>No setting has these words</source>
        <translation>Keine Einstellung enthält diese Wörter</translation>
    </message>
    <message>
        <source>Search for another word.</source>
        <translation>Suchen Sie nach einem anderen Wort.</translation>
    </message>
    <message>
        <source>Could not store the setting</source>
        <translation>Die Einstellung konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Could not reset the settings</source>
        <translation>Die Einstellungen konnten nicht zurückgesetzt werden</translation>
    </message>
</context>
<context>
    <name>Share</name>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Ein/Aus</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>Share &apos;{name}&apos;</source>
        <translation>„{name}“ freigeben</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Its owner and the administrators may do all of this anyhow. Whoever is here sees the machine too.</source>
        <translation>Der Besitzer und die Administratoren dürfen all dies ohnehin. Wer hier aufgeführt ist, sieht auch die Maschine.</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Freigegeben für</translation>
    </message>
    <message>
        <source>Nobody yet.</source>
        <translation>Noch niemand.</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>{permission} for {name}</source>
        <translation>{permission} für {name}</translation>
    </message>
    <message>
        <source>Somebody who was deleted</source>
        <translation>Gelöschte Person</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>What an earlier run had begun was finished.</source>
        <translation>Was ein früherer Lauf begonnen hatte, wurde abgeschlossen.</translation>
    </message>
    <message>
        <source>What an earlier run had begun was undone.</source>
        <translation>Was ein früherer Lauf begonnen hatte, wurde rückgängig gemacht.</translation>
    </message>
    <message>
        <source>It is still unfinished: {why}</source>
        <translation>Es ist noch nicht abgeschlossen: {why}</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in the keys</source>
        <translation>Tasten durchsuchen</translation>
    </message>
    <message>
        <source>No act has these words.</source>
        <translation>Keine Aktion enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>SignInsCard</name>
    <message>
        <source>Where you are signed in</source>
        <translation>Wo Sie angemeldet sind</translation>
    </message>
    <message>
        <source>Sign out everywhere…</source>
        <translation>Überall abmelden…</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… und {count} weitere</translation>
    </message>
    <message>
        <source>Since {began}. Last seen {used}.</source>
        <translation>Seit {began}. Zuletzt gesehen {used}.</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>Dieses Programm</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>End the sign-in at {computer}</source>
        <translation>Anmeldung auf {computer} beenden</translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message>
        <source>Begin with</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>An installer (ISO)</source>
        <translation>Ein Installationsmedium (ISO)</translation>
    </message>
    <message>
        <source>An existing disk image</source>
        <translation>Ein vorhandenes Datenträgerabbild</translation>
    </message>
    <message>
        <source>A kernel, without a boot loader</source>
        <translation>Ein Kernel ohne Bootloader</translation>
    </message>
    <message>
        <source>Nothing: an empty disk</source>
        <translation>Nichts: ein leerer Datenträger</translation>
    </message>
    <message>
        <source>Installer</source>
        <translation>Installationsmedium</translation>
    </message>
    <message>
        <source>Disk image</source>
        <translation>Datenträgerabbild</translation>
    </message>
    <message>
        <source>Copy it; the image stays as it is</source>
        <translation>Kopieren; das Abbild bleibt unverändert</translation>
    </message>
    <message>
        <source>Use it itself; the machine writes into it</source>
        <translation>Selbst verwenden; die Maschine schreibt hinein</translation>
    </message>
    <message numerus="yes">
        <source>%n installers found in the host&apos;s pools.</source>
        <translation>
            <numerusform>%n Installationsmedium in den Pools des Hosts gefunden.</numerusform>
            <numerusform>%n Installationsmedien in den Pools des Hosts gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>No ISO lies in the host&apos;s pools. Put one there, or give any path on the host.</source>
        <translation>In den Pools des Hosts liegt keine ISO-Datei. Legen Sie dort eine ab, oder geben Sie einen beliebigen Pfad auf dem Host an.</translation>
    </message>
    <message>
        <source>Paths are on the host. The kernel starts at once, each time.</source>
        <translation>Die Pfade liegen auf dem Host. Der Kernel startet jedes Mal sofort.</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Initial RAM disk (if it needs one)</source>
        <translation>initrd (falls benötigt)</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>It starts from the network, or from what you attach later.</source>
        <translation>Die Maschine startet vom Netzwerk oder von dem, was Sie später anschließen.</translation>
    </message>
    <message>
        <source>No ISO lies in the host&apos;s pools, so it begins with an empty disk.</source>
        <translation>In den Pools des Hosts liegt keine ISO-Datei; die Maschine beginnt daher mit einem leeren Datenträger.</translation>
    </message>
</context>
<context>
    <name>StartFailure</name>
    <message>
        <source>Infinibay Desktop could not open its database</source>
        <translation>Infinibay Desktop konnte seine Datenbank nicht öffnen</translation>
    </message>
    <message>
        <source>The log has more. Please report it.</source>
        <translation>Das Protokoll enthält mehr. Bitte melden Sie es.</translation>
    </message>
    <message>
        <source>Infinibay Desktop could not start</source>
        <translation>Infinibay Desktop konnte nicht starten</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Abgestürzt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Standby</translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation>Fährt herunter</translation>
    </message>
    <message>
        <source>Creating</source>
        <translation>Wird erstellt</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Shut off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Wird verbunden…</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Being undone</source>
        <translation>Wird rückgängig gemacht</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed and undone</source>
        <translation>Fehlgeschlagen und rückgängig gemacht</translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation>%1 erstellen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>State of hosts and tasks</source>
        <translation>Zustand der Hosts und Aufgaben</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) running</source>
        <translation>
            <numerusform>%n Aufgabe läuft</numerusform>
            <numerusform>%n Aufgaben laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>No tasks running</source>
        <translation>Keine laufenden Aufgaben</translation>
    </message>
    <message>
        <source>Show or hide the task log</source>
        <translation>Aufgabenprotokoll ein- oder ausblenden</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>wird verbunden</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>getrennt</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>No storage pool</source>
        <translation>Kein Speicherpool</translation>
    </message>
    <message>
        <source>{used} of {capacity} ({percent})</source>
        <translation>{used} von {capacity} ({percent})</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>File system</source>
        <translation>Dateisystem</translation>
    </message>
    <message>
        <source>Network folder</source>
        <translation>Netzwerkordner</translation>
    </message>
    <message>
        <source>LVM group</source>
        <translation>LVM-Gruppe</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>iSCSI</source>
        <translation>iSCSI</translation>
    </message>
    <message>
        <source>Ceph RBD</source>
        <translation>Ceph RBD</translation>
    </message>
    <message>
        <source>ZFS</source>
        <translation>ZFS</translation>
    </message>
    <message>
        <source>As last seen</source>
        <translation>Letzter Stand</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Autostart</source>
        <translation>Autostart</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Allocated</source>
        <translation>Belegt</translation>
    </message>
</context>
<context>
    <name>StorageCard</name>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>No active storage pool is known.</source>
        <translation>Kein aktiver Speicherpool ist bekannt.</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>New pool…</source>
        <translation>Neuer Pool…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Filter pools</source>
        <translation>Pools filtern</translation>
    </message>
    <message>
        <source>Storage pools</source>
        <translation>Speicherpools</translation>
    </message>
    <message>
        <source>Go to hosts</source>
        <translation>Zu den Hosts</translation>
    </message>
    <message>
        <source>No storage to show</source>
        <translation>Kein Speicher anzuzeigen</translation>
    </message>
    <message>
        <source>Pools are where hosts keep the disks of machines and their install images. Connect a host to see its pools.</source>
        <translation>In Pools legen Hosts die Datenträger von Maschinen und ihre Installationsabbilder ab. Verbinden Sie einen Host, um seine Pools zu sehen.</translation>
    </message>
    <message>
        <source>Could not read the list of hosts</source>
        <translation>Die Liste der Hosts konnte nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>Swatches</name>
    <message>
        <source>No colour</source>
        <translation>Keine Farbe</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Blaugrün</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Oliv</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Braun</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
</context>
<context>
    <name>SystemPart</name>
    <message>
        <source>Told by the QEMU guest agent.</source>
        <translation>Angaben des QEMU-Gastagenten.</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Get diagnostics</source>
        <translation>Diagnose abrufen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Get diagnostics of &apos;{machine}&apos;</source>
        <translation>Diagnose von „{machine}“ abrufen</translation>
    </message>
    <message>
        <source>Could not get diagnostics of &apos;{machine}&apos;</source>
        <translation>Die Diagnose von „{machine}“ konnte nicht abgerufen werden</translation>
    </message>
    <message>
        <source>Save the diagnostics</source>
        <translation>Diagnose speichern</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Textdateien (*.txt)</translation>
    </message>
    <message>
        <source>The diagnostics were saved</source>
        <translation>Die Diagnose wurde gespeichert</translation>
    </message>
    <message>
        <source>Could not save the diagnostics</source>
        <translation>Die Diagnose konnte nicht gespeichert werden</translation>
    </message>
</context>
<context>
    <name>TaskLog</name>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>TaskLogPanel</name>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Cancel task</source>
        <translation>Aufgabe abbrechen</translation>
    </message>
    <message>
        <source>Show output</source>
        <translation>Ausgabe anzeigen</translation>
    </message>
    <message>
        <source>Close the task log</source>
        <translation>Aufgabenprotokoll schließen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>failed: {why}</source>
        <translation>fehlgeschlagen: {why}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>Stopping after this step</source>
        <translation>Wird nach diesem Schritt beendet</translation>
    </message>
</context>
<context>
    <name>TaskLogbook</name>
    <message>
        <source>Done.</source>
        <translation>Erledigt.</translation>
    </message>
    <message>
        <source>It failed, and what had been done was undone.</source>
        <translation>Fehlgeschlagen; was getan worden war, wurde rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>Wird rückgängig gemacht</translation>
    </message>
    <message>
        <source>Create &apos;{name}&apos;</source>
        <translation>„{name}“ erstellen</translation>
    </message>
    <message>
        <source>Delete &apos;{name}&apos;</source>
        <translation>„{name}“ löschen</translation>
    </message>
    <message>
        <source>Making disks</source>
        <translation>Datenträger werden angelegt</translation>
    </message>
    <message>
        <source>Defining the machine</source>
        <translation>Maschine wird definiert</translation>
    </message>
    <message>
        <source>Recording it</source>
        <translation>Maschine wird eingetragen</translation>
    </message>
    <message>
        <source>Starting it</source>
        <translation>Maschine wird gestartet</translation>
    </message>
    <message>
        <source>Switching it off</source>
        <translation>Maschine wird ausgeschaltet</translation>
    </message>
    <message>
        <source>Removing its definition</source>
        <translation>Definition wird entfernt</translation>
    </message>
    <message>
        <source>Deleting disks</source>
        <translation>Datenträger werden gelöscht</translation>
    </message>
    <message>
        <source>Forgetting it</source>
        <translation>Eintrag wird entfernt</translation>
    </message>
</context>
<context>
    <name>TasksCard</name>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Nothing was created or deleted yet.</source>
        <translation>Noch nichts wurde erstellt oder gelöscht.</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Text of the guest</source>
        <translation>Text des Gasts</translation>
    </message>
    <message>
        <source>There is more than is shown here.</source>
        <translation>Es gibt mehr, als hier angezeigt wird.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>Show as thumbnails</source>
        <translation>Als Vorschaubilder anzeigen</translation>
    </message>
</context>
<context>
    <name>TimerDetails</name>
    <message>
        <source>The selected timer</source>
        <translation>Der ausgewählte Zeitgeber</translation>
    </message>
    <message>
        <source>Last run: {time}</source>
        <translation>Letzter Lauf: {time}</translation>
    </message>
    <message>
        <source>Took {time}</source>
        <translation>Dauerte {time}</translation>
    </message>
    <message>
        <source>Next run: {time}</source>
        <translation>Nächster Lauf: {time}</translation>
    </message>
</context>
<context>
    <name>Timers</name>
    <message>
        <source>States of machines</source>
        <translation>Zustände der Maschinen</translation>
    </message>
    <message>
        <source>Reads all machines of connected hosts anew, in case a host did not tell.</source>
        <translation>Liest alle Maschinen verbundener Hosts neu ein, falls ein Host etwas nicht gemeldet hat.</translation>
    </message>
    <message>
        <source>Silent agents</source>
        <translation>Verstummte Agenten</translation>
    </message>
    <message>
        <source>Tells of running machines whose agents have fallen silent.</source>
        <translation>Meldet laufende Maschinen, deren Agenten verstummt sind.</translation>
    </message>
    <message>
        <source>Services in machines</source>
        <translation>Dienste in Maschinen</translation>
    </message>
    <message>
        <source>Asks agents for services, and tells of one that ran and has failed.</source>
        <translation>Fragt Agenten nach Diensten und meldet einen, der lief und ausgefallen ist.</translation>
    </message>
    <message>
        <source>History of metrics</source>
        <translation>Verlauf der Messwerte</translation>
    </message>
    <message>
        <source>Makes minutes, quarters of an hour and days of what was measured.</source>
        <translation>Fasst Gemessenes zu Minuten, Viertelstunden und Tagen zusammen.</translation>
    </message>
    <message>
        <source>Old metrics</source>
        <translation>Alte Messwerte</translation>
    </message>
    <message>
        <source>Removes history that is older than the settings want.</source>
        <translation>Entfernt Verlauf, der älter ist, als die Einstellungen wollen.</translation>
    </message>
    <message>
        <source>Old activity and errors</source>
        <translation>Alte Aktivität und Fehler</translation>
    </message>
    <message>
        <source>Removes entries that are older than the settings want.</source>
        <translation>Entfernt Einträge, die älter sind, als die Einstellungen wollen.</translation>
    </message>
    <message>
        <source>News between programs</source>
        <translation>Nachrichten zwischen Programmen</translation>
    </message>
    <message>
        <source>Removes what all programs on the database have heard, and what dead ones left.</source>
        <translation>Entfernt, was alle Programme an der Datenbank gehört haben, und was abgebrochene hinterließen.</translation>
    </message>
    <message>
        <source>Has not run yet</source>
        <translation>Lief noch nicht</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Cut short</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>In less than a minute</source>
        <translation>In weniger als einer Minute</translation>
    </message>
    <message>
        <source>In a minute</source>
        <translation>In einer Minute</translation>
    </message>
    <message>
        <source>In {count} minutes</source>
        <translation>In {count} Minuten</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>In einer Stunde</translation>
    </message>
    <message>
        <source>In {count} hours</source>
        <translation>In {count} Stunden</translation>
    </message>
    <message>
        <source>{often}. It runs at {where} now.</source>
        <translation>{often}. Läuft gerade auf {where}.</translation>
    </message>
    <message>
        <source>{often}, in one of the programs on the database.</source>
        <translation>{often}, in einem der Programme an der Datenbank.</translation>
    </message>
    <message>
        <source>{often}, in each program for itself.</source>
        <translation>{often}, in jedem Programm für sich.</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Jede Stunde</translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation>Jede Minute</translation>
    </message>
    <message>
        <source>Every {count} hours</source>
        <translation>Alle {count} Stunden</translation>
    </message>
    <message>
        <source>Every {count} minutes</source>
        <translation>Alle {count} Minuten</translation>
    </message>
    <message>
        <source>Every {count} seconds</source>
        <translation>Alle {count} Sekunden</translation>
    </message>
</context>
<context>
    <name>TimersModel</name>
    <message>
        <source>Timer</source>
        <translation>Zeitgeber</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
</context>
<context>
    <name>TimersPage</name>
    <message>
        <source>Run now</source>
        <translation>Jetzt ausführen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Timers</source>
        <translation>Zeitgeber</translation>
    </message>
    <message>
        <source>Could not read the timers</source>
        <translation>Die Zeitgeber konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Could not run &apos;{timer}&apos;</source>
        <translation>„{timer}“ konnte nicht ausgeführt werden</translation>
    </message>
    <message>
        <source>Could not resume &apos;{timer}&apos;</source>
        <translation>„{timer}“ konnte nicht fortgesetzt werden</translation>
    </message>
    <message>
        <source>Could not pause &apos;{timer}&apos;</source>
        <translation>„{timer}“ konnte nicht angehalten werden</translation>
    </message>
</context>
<context>
    <name>TimersTable</name>
    <message>
        <source>Timers</source>
        <translation>Zeitgeber</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>More acts</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Find anything (Ctrl+K)</source>
        <translation>Alles durchsuchen (Strg+K)</translation>
    </message>
    <message>
        <source>Signed-in person</source>
        <translation>Angemeldete Person</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Meldungen</translation>
    </message>
    <message numerus="yes">
        <source>Notices: %n new</source>
        <translation>
            <numerusform>Meldungen: %n neue</numerusform>
            <numerusform>Meldungen: %n neue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show window</source>
        <translation>Fenster anzeigen</translation>
    </message>
    <message>
        <source>New machine</source>
        <translation>Neue Maschine</translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n weitere…</numerusform>
            <numerusform>%n weitere…</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Console of %1</source>
        <translation>Konsole von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) running</source>
        <translation>
            <numerusform>%n Maschine läuft</numerusform>
            <numerusform>%n Maschinen laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread notice(s)</source>
        <translation>
            <numerusform>%n ungelesene Meldung</numerusform>
            <numerusform>%n ungelesene Meldungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialDialog</name>
    <message>
        <source>Test the connection to &apos;{name}&apos;</source>
        <translation>Verbindung zu „{name}“ testen</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Erneut testen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>Do not connect before you know why: somebody may be between you and the host. Ask whoever looks after it. If it was set up anew, accept its new key in a terminal: {command}</source>
        <translation>Verbinden Sie sich nicht, bevor der Grund bekannt ist: Jemand könnte sich zwischen Ihnen und dem Host befinden. Fragen Sie die Person, die ihn betreut. Wenn er neu eingerichtet wurde, akzeptieren Sie den neuen Schlüssel in einem Terminal: {command}</translation>
    </message>
</context>
<context>
    <name>UseCard</name>
    <message>
        <source>Use and quota</source>
        <translation>Nutzung und Kontingent</translation>
    </message>
</context>
<context>
    <name>UsersPart</name>
    <message>
        <source>Set password…</source>
        <translation>Passwort festlegen…</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Set the password of &apos;{name}&apos; in &apos;{machine}&apos;</source>
        <translation>Passwort von „{name}“ in „{machine}“ festlegen</translation>
    </message>
    <message>
        <source>Could not set the password of &apos;{name}&apos;</source>
        <translation>Das Passwort von „{name}“ konnte nicht festgelegt werden</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Show the entry</source>
        <translation>Eintrag anzeigen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message numerus="yes">
        <source>The record is as it was written: %n entries were checked.</source>
        <translation>
            <numerusform>Das Protokoll ist so, wie es geschrieben wurde: %n Eintrag wurde geprüft.</numerusform>
            <numerusform>Das Protokoll ist so, wie es geschrieben wurde: %n Einträge wurden geprüft.</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry {number} was changed after it was written.</source>
        <translation>Eintrag {number} wurde nach dem Schreiben geändert.</translation>
    </message>
    <message>
        <source>Entries from {number} on were taken out.</source>
        <translation>Einträge ab {number} wurden entfernt.</translation>
    </message>
    <message>
        <source>Entry {number} was put in by something else.</source>
        <translation>Eintrag {number} wurde nicht von diesem Programm eingefügt.</translation>
    </message>
    <message>
        <source>The record is not the one that was noted earlier; it differs at {number}.</source>
        <translation>Das Protokoll ist nicht das früher vermerkte; es weicht bei {number} ab.</translation>
    </message>
    <message>
        <source>Somebody with access to the database did this. Compare with an earlier export or backup.</source>
        <translation>Das hat jemand mit Zugriff auf die Datenbank getan. Vergleichen Sie mit einem früheren Export oder einer Sicherung.</translation>
    </message>
</context>
<context>
    <name>VolumeList</name>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>Filter volumes</source>
        <translation>Volumes filtern</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Select a pool to see its volumes.</source>
        <translation>Wählen Sie einen Pool aus, um seine Volumes zu sehen.</translation>
    </message>
    <message>
        <source>The host is not connected.</source>
        <translation>Der Host ist nicht verbunden.</translation>
    </message>
    <message>
        <source>The pool is not active.</source>
        <translation>Der Pool ist nicht aktiv.</translation>
    </message>
    <message>
        <source>{shown} of {total} volumes</source>
        <translation>{shown} von {total} Volumes</translation>
    </message>
    <message>
        <source>1 volume</source>
        <translation>1 Volume</translation>
    </message>
    <message numerus="yes">
        <source>%n volumes</source>
        <translation>
            <numerusform>%n Volume</numerusform>
            <numerusform>%n Volumes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>New machine…</source>
        <translation>Neue Maschine…</translation>
    </message>
    <message>
        <source>Add host…</source>
        <translation>Host hinzufügen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Liste filtern</translation>
    </message>
    <message>
        <source>Find anything…</source>
        <translation>Alles durchsuchen…</translation>
    </message>
    <message>
        <source>Task log</source>
        <translation>Aufgabenprotokoll</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Tasten…</translation>
    </message>
    <message>
        <source>What the rights protect…</source>
        <translation>Was die Rechte schützen…</translation>
    </message>
    <message>
        <source>About…</source>
        <translation>Über…</translation>
    </message>
    <message>
        <source>No acts on this screen</source>
        <translation>Keine Aktionen in dieser Ansicht</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>On this screen</source>
        <translation>In dieser Ansicht</translation>
    </message>
    <message>
        <source>In consoles</source>
        <translation>In Konsolen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Give the keyboard back</source>
        <translation>Tastatur zurückgeben</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
</context>
<context>
    <name>WindowSession</name>
    <message>
        <source>Settings that could not be used</source>
        <translation>Nicht verwendbare Einstellungen</translation>
    </message>
</context>
<context>
    <name>XmlTab</name>
    <message>
        <source>Definition as XML</source>
        <translation>Definition als XML</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Without passwords. Read-only.</source>
        <translation>Ohne Passwörter. Schreibgeschützt.</translation>
    </message>
</context>
<context>
    <name>_BusyRow</name>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation>
            <numerusform>%n Prozessor</numerusform>
            <numerusform>%n Prozessoren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_ChangeCard</name>
    <message>
        <source>Choose a password</source>
        <translation>Passwort wählen</translation>
    </message>
    <message>
        <source>The one you were given works once. Choose one that only you know.</source>
        <translation>Das Ihnen mitgeteilte Passwort gilt nur einmal. Wählen Sie eines, das nur Sie kennen.</translation>
    </message>
    <message>
        <source>The one you were given</source>
        <translation>Mitgeteiltes Passwort</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
</context>
<context>
    <name>_Charts</name>
    <message>
        <source>Figures show while the machine runs.</source>
        <translation>Werte werden angezeigt, während die Maschine läuft.</translation>
    </message>
</context>
<context>
    <name>_SignInCard</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>Auf diesem Computer angemeldet bleiben</translation>
    </message>
    <message>
        <source>Type your e-mail address.</source>
        <translation>Geben Sie Ihre E-Mail-Adresse ein.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Geben Sie Ihr Passwort ein.</translation>
    </message>
</context>
<context>
    <name>_Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>_UseLine</name>
    <message>
        <source>{used} · no limit</source>
        <translation>{used} · unbegrenzt</translation>
    </message>
    <message>
        <source>{used} of {most}</source>
        <translation>{used} von {most}</translation>
    </message>
</context>
<context>
    <name>editor</name>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Die Feststelltaste scheint aktiv zu sein.</translation>
    </message>
</context>
</TS>
