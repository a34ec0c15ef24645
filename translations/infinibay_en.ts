<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActivityActs</name>
    <message numerus="yes">
        <source>%n line(s) were written to {path}.</source>
        <translation>
            <numerusform>%n line was written to {path}.</numerusform>
            <numerusform>%n lines were written to {path}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActsTab</name>
    <message numerus="yes">
        <source>%n act(s)</source>
        <translation>
            <numerusform>%n act</numerusform>
            <numerusform>%n acts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeGrid</name>
    <message numerus="yes">
        <source>%n more field(s) are in the export.</source>
        <translation>
            <numerusform>%n more field is in the export.</numerusform>
            <numerusform>%n more fields are in the export.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message numerus="yes">
        <source>%n task(s) are running. What was begun is finished or undone the next time that the host is connected.</source>
        <translation>
            <numerusform>%n task is running. What was begun is finished or undone the next time that the host is connected.</numerusform>
            <numerusform>%n tasks are running. What was begun is finished or undone the next time that the host is connected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeleteDialog</name>
    <message numerus="yes">
        <source>%n machine(s) that you may not delete are left out.</source>
        <translation>
            <numerusform>%n machine that you may not delete is left out.</numerusform>
            <numerusform>%n machines that you may not delete are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstDepartments</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message numerus="yes">
        <source>%n thing(s) must be mended before machines can run here.</source>
        <translation>
            <numerusform>%n thing must be mended before machines can run here.</numerusform>
            <numerusform>%n things must be mended before machines can run here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Machines can run here. %n thing(s) could be better; that can wait.</source>
        <translation>
            <numerusform>Machines can run here. %n thing could be better; that can wait.</numerusform>
            <numerusform>Machines can run here. %n things could be better; that can wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HostCard</name>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation>
            <numerusform>%n machine</numerusform>
            <numerusform>%n machines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MachinesPage</name>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation>
            <numerusform>%n machine</numerusform>
            <numerusform>%n machines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n machine(s)</source>
        <translation>
            <numerusform>{shown} of %n machine</numerusform>
            <numerusform>{shown} of %n machines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message numerus="yes">
        <source>At least %n character(s); a few words make a good one.</source>
        <translation>
            <numerusform>At least %n character; a few words make a good one.</numerusform>
            <numerusform>At least %n characters; a few words make a good one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation>
            <numerusform>%n machine</numerusform>
            <numerusform>%n machines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as last seen</source>
        <translation>
            <numerusform>%n as last seen</numerusform>
            <numerusform>%n as last seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more host(s)</source>
        <translation>
            <numerusform>Show %n more host</numerusform>
            <numerusform>Show %n more hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message numerus="yes">
        <source>Typing %1 characters takes about %n minute(s).</source>
        <translation>
            <numerusform>Typing %1 characters takes about %n minute.</numerusform>
            <numerusform>Typing %1 characters takes about %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) could not be typed: a US keyboard does not have them.</source>
        <translation>
            <numerusform>%n character could not be typed: a US keyboard does not have it.</numerusform>
            <numerusform>%n characters could not be typed: a US keyboard does not have them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionSummary</name>
    <message numerus="yes">
        <source>%n machines selected</source>
        <translation>
            <numerusform>%n machine selected</numerusform>
            <numerusform>%n machines selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them as last seen: not connected</source>
        <translation>
            <numerusform>%n of them as last seen: not connected</numerusform>
            <numerusform>%n of them as last seen: not connected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message numerus="yes">
        <source>%n installers found in the host&apos;s pools.</source>
        <translation>
            <numerusform>%n installer found in the host&apos;s pools.</numerusform>
            <numerusform>%n installers found in the host&apos;s pools.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n task(s) running</source>
        <translation>
            <numerusform>%n task running</numerusform>
            <numerusform>%n tasks running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>Notices: %n new</source>
        <translation>
            <numerusform>Notices: %n new</numerusform>
            <numerusform>Notices: %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n more…</numerusform>
            <numerusform>%n more…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) running</source>
        <translation>
            <numerusform>%n machine running</numerusform>
            <numerusform>%n machines running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread notice(s)</source>
        <translation>
            <numerusform>%n unread notice</numerusform>
            <numerusform>%n unread notices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message numerus="yes">
        <source>The record is as it was written: %n entries were checked.</source>
        <translation>
            <numerusform>The record is as it was written: %n entry was checked.</numerusform>
            <numerusform>The record is as it was written: %n entries were checked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VolumeList</name>
    <message numerus="yes">
        <source>%n volumes</source>
        <translation>
            <numerusform>%n volume</numerusform>
            <numerusform>%n volumes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_BusyRow</name>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation>
            <numerusform>%n processor</numerusform>
            <numerusform>%n processors</numerusform>
        </translation>
    </message>
</context>
</TS>
