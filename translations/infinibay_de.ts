<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Infinibay Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses Qt and PySide (LGPL), libvirt (LGPL), SQLAlchemy (MIT) and the Lucide symbols (ISC). Each keeps its own licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual machines of this computer and of others, in one window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActButtons</name>
    <message>
        <source>Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdvancedCard</name>
    <message>
        <source>Automatic: what the system needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BIOS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UEFI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk may be larger than what is free now (sparse)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it with its host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic ({pool})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BIOS starts faster; Windows 11 needs UEFI and gets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where its disk is made. The pool &apos;default&apos; is taken where there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage pool</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AfterCard</name>
    <message>
        <source>Description (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it when it is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its console then</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BulkRun</name>
    <message>
        <source>{act}: {count} machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cut short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {total}: &apos;{name}&apos;: {how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{failed} of {total} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BusiestCard</name>
    <message>
        <source>Busiest machines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChordField</name>
    <message>
        <source>Press the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Keep running in the background?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the background, hosts stay connected, and consoles and acts are one click away in the tray. You can change this in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit while tasks are running?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are running. What was begun is finished or undone the next time that the host is connected.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Copy {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for an act, a screen or a machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: open the console · Shift+Enter: show the machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: do it · Escape: close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Do not ask again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>&apos;%1&apos; no longer exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host of &apos;%1&apos; does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen comes back by itself as soon as the host does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen of &apos;%1&apos; is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to &apos;%1&apos; again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to &apos;%1&apos;…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the screen of &apos;%1&apos; was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen of &apos;%1&apos; cannot be shown yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen of &apos;%1&apos; cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again in %n s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host of &apos;%1&apos; does not answer; its screen still does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is asleep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is shut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is saved to disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on where it was when it is started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is being created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is being deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What &apos;%1&apos; does is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; has crashed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Alt+F1 to F12</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsolePane</name>
    <message>
        <source>Wake up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program cannot show screens of this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen of &apos;%1&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was saved: %1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsoleTools</name>
    <message>
        <source>&amp;Power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save screenshot…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste as keystrokes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resize the machine&apos;s screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the screen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsoleWindow</name>
    <message>
        <source>&amp;Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsoleWindows</name>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not {act} &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeleteDialog</name>
    <message>
        <source>delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a disk but a {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared with {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{name}&apos; stays: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type {word} to delete the disks too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here can be deleted now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine&apos;s definition is removed from its host. Its disks stay there, unless you tick them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The definitions of {count} machines are removed from their hosts. Their disks stay there, unless you tick them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is running: force it off. Unsaved work in it is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force off those that run ({count}). Unsaved work in them is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete with disks ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete all disks that only these machines use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at its disks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its disks could not be read, so they stay: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no disks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete &apos;{name}&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {count} machines?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DescriptionCard</name>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailHead</name>
    <message>
        <source>{stale}: its host is not connected. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {host}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiskTick</name>
    <message>
        <source>Delete disk {disk}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{disk} stays: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DisksTab</name>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no disks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CD drive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floppy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes are not known: {why}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something failed that this program did not foresee.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That cannot be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not there, or not any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is taken, in use, or was changed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine&apos;s state does not allow that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine was asked to shut down and still runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account may not do that on this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something outside this program failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host&apos;s SSH key is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host could not do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine&apos;s screen cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine has no screen that this program can show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The storage could not do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program&apos;s database cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version of this program wrote the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program&apos;s database cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No room is left for the program&apos;s database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring did not keep or give a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libvirt is not installed on the host, or never ran.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libvirt does not run on the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account may not use libvirt there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU is not installed on the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The OpenSSH client is not installed on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No way leads to the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host&apos;s SSH key is not known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host shows another SSH key than before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host&apos;s certificate is not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host did not let you sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libvirt on the host does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host offers no virtualization (KVM).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host offers KVM, but machines cannot use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host has no UEFI firmware for machines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host has no TPM emulator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host lacks the programs that virtual networks need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual network is not active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keyring keeps passwords here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU&apos;s account on the host cannot read the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the machine&apos;s screen broke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine&apos;s screen does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine&apos;s screen sent what makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine&apos;s screen refused the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen&apos;s password is missing or wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the machine&apos;s screen could not be made safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine cannot be started now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine cannot be shut down now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine cannot be rebooted now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine cannot be reset now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine cannot be forced off now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine cannot be paused now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine cannot be resumed now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine cannot be saved now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine cannot be restored now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine cannot be renamed now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture can be taken of the machine now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine cannot be deleted now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilePick</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path on the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another path on the host…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QEMU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libvirt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UEFI firmware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TPM emulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libvirt of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libvirt of your session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardware acceleration (KVM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could be better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Infinibay Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make, run and watch virtual machines on this computer and on others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to another computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use libvirt&apos;s demonstration instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach libvirt on another computer by SSH or TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just look around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A simulated host: nothing on it is real, and it forgets everything when the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be mended before machines can run here.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Machines can run here. %n thing(s) could be better; that can wait.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Everything that machines need is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses the libvirt of this computer: the system&apos;s, or your session&apos;s where that does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the SQLite file %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program notes is kept in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not begin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>Forget &apos;{name}&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program forgets how to reach this host. Machines that leave the list: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on the host changes: its machines, disks and networks stay as they are. It can be added again at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget host</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>{size}/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figure} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an hour ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} hours ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} minutes ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a minute ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FullScreenBar</name>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HardwareTab</name>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it with its host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect at once: it starts whenever libvirt does on its host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host has {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host has {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A transient machine keeps the size that it was started with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs with {vcpus} vCPUs and {memory} until its next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is running: a change takes effect at its next start, not at a reboot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not change when it starts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostActs</name>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New machine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop trying</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostCard</name>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory given to running machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostDetails</name>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What machines can have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As last seen; the host is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostDialog</name>
    <message>
        <source>Connection test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test did not pass. The host can be stored all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostForm</name>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the whole computer (system)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the account alone (session)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As your SSH configuration says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libvirt&apos;s own example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect when the program starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host name or address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: as SSH is configured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known hosts file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as user@gateway:22.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XML file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acceleration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic takes KVM where it works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or type a URI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a private key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file of known hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a libvirt test file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hosts</name>
    <message>
        <source>Waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libvirt&apos;s socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer (system)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer (session)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another computer over SSH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another computer over TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines of the whole computer. Your account must be allowed to use libvirt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines of your account alone. Needs no rights, and has simpler networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs in with a key; passwords are not asked for. One SSH session serves all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs libvirt&apos;s certificates on both computers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pretended machines to try the program with. Nothing really runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hypervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libvirt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines run with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KVM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UEFI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secure Boot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TPM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} ms in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} ms in all, {mean} ms a use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{open} of {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most processors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk buses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KVM works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no KVM here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host does not list them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n in another state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>through {jump}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostsPage</name>
    <message>
        <source>Add host…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A host is a computer that runs machines with libvirt: this one, another one that you reach over SSH or TLS, or a demonstration to try the program with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not read the list of hosts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyPanel</name>
    <message>
        <source>Do you know this key?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host shows this key for the first time. Compare it with the key that the host itself prints; run this on the host, not through this connection:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust it only if both are the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Ctrl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Super</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveMachines</name>
    <message>
        <source>Show or hide the details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineActions</name>
    <message>
        <source>Shut down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take screenshot…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Properties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in own window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineActs</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not start &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} will start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} already running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not shut down &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} will be asked to shut down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} already off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its system ends all programs and switches off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reboot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not reboot &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} will be asked to restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its system ends all programs and starts again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not reset &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} will restart at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It restarts at once, as if its reset button was pressed. Unsaved work is lost, and its file systems may need repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not force off &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} will lose power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its power is cut, as if its plug was pulled. Unsaved work is lost, and its file systems may need repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not pause &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} will pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} already paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its processors stop until it is resumed; it keeps its memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not resume &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} will resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not save &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} will be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} already saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its memory is written to the host&apos;s disk, and it stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not restore &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} will go on from the saved state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is shutting down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is shut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has crashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it sleeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is being created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is being deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its state is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its host is not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is transient, its definition ends with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cannot: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cannot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{act}: {count} machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{act}: {count} of {total} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{act} &apos;{name}&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen of &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineAsking</name>
    <message>
        <source>Start with host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not start with host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not change when &apos;{name}&apos; starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not take a picture of &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not read the definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{act}: {count} machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not delete &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture was saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not save the picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineDetailsPane</name>
    <message>
        <source>No machine selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a machine to see its figures, its screen and its parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{name}&apos; was deleted, or its definition was removed from its host.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineList</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Autostart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}, stale since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figure} unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read {read}, written {written}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received {received}, sent {sent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines as tiles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineWindow</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineWork</name>
    <message>
        <source>It was cut short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked; waiting for its system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{act} &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachinesPage</name>
    <message>
        <source>New machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No machines yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines that you make, and those that your hosts have, are listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No machine matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter takes words and marks such as state:running, host:name or cpu&gt;80; a minus before one turns it round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns and order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: words, state:running, host:name</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n machine(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessagePage</name>
    <message>
        <source>Password of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold the navigation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkCard</name>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bridge on the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic: a network of its own behind the host, because the host has no active network. It reaches out; nobody reaches in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic: the host&apos;s network &apos;{name}&apos;, because it is active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bridge of the host…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of its own behind the host (NAT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkTab</name>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no network card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network card {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plugged into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewMachine</name>
    <message>
        <source>Choose the installer&apos;s ISO.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the disk image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the kernel&apos;s path on the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the name of the network or bridge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vcpus} vCPUs and {memory} of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A simulated machine: no disk is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk: the image itself is used, without a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy of the image as its disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the pool {pool}, which is made first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the pool {pool}, which is started first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the pool {pool} ({free} free)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts from {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts the kernel {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network of its own behind the host (NAT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the network {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the bridge {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts as soon as it is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays off until somebody starts it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, and with its host</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewMachineDialog</name>
    <message>
        <source>New machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This will be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no host yet. Add one under Hosts; machines are made there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{host}&apos; is not connected. What you fill in stays; it can be made as soon as the host is back, or on another host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not create &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewMachineForm</name>
    <message>
        <source> (not connected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested for the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linux</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested: the next that is free. It can be changed later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guessed from the file&apos;s name &apos;{file}&apos;; change it if that is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides which virtual hardware it gets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host has {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least the image&apos;s own {size}; it can be larger, never smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pool &apos;{pool}&apos; has {size} free. Only what is written takes room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {system} needs to be usable, as far as the host has it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPoolDialog</name>
    <message>
        <source>New storage pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory on the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is made if it is missing. What lies in it stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the storage pool &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeList</name>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to tell yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>New machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines run on hosts: computers with libvirt, such as this one. Set up the first host, and its machines are shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to another computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No machines yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A machine is a whole computer made of software. Choose a name and a size, and where its system comes from; everything else has a default that works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as last seen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more host(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Live figures are switched off in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No machine is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no figures yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts with host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} vCPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transient: its definition ends with it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>The clipboard holds no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Typing %1 characters takes about %n minute(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Type them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typing the clipboard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typing the clipboard: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) could not be typed: a US keyboard does not have them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>What will happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{act} ({count})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Remedies</name>
    <message>
        <source>Install it: install {packages} with your package manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it: install {packages} with your package manager; or start it: sudo systemctl enable --now {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it: {command}; or start it: sudo systemctl enable --now {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start libvirt: sudo systemctl enable --now {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let your account use libvirt: sudo usermod -aG libvirt $USER, then sign in again. Or use qemu:///session, which needs no rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the host&apos;s name, its port, and that it is on and can be reached from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the fingerprint with the host&apos;s own, then accept it: infinibay host trust {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the host was set up anew: infinibay host trust {name} --replace-key. If not, somebody may be between you and the host: do not connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libvirt&apos;s TLS needs the authority&apos;s certificate and your own: see https://libvirt.org/kbase/tlscerts.html</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the user name and the key. A key with a passphrase must be in the ssh agent (ssh-add); passwords are not asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at libvirt&apos;s service on the host: journalctl -u {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on virtualization (VT-x or AMD-V) in the computer&apos;s firmware. Without it machines run, but slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KVM does not work on this host. Set the host to emulation: infinibay host edit {name} --acceleration emulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it: virsh -c qemu:///system net-start default, and with the host: virsh -c qemu:///system net-autostart default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the desktop&apos;s keyring (GNOME Keyring or KWallet). Without one, console passwords are kept by libvirt alone, and passwords for hosts cannot be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the file into a storage pool such as /var/lib/libvirt/images, or let QEMU&apos;s account pass its folders: chmod o+x on each folder above it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Its disks and its place on the host keep their names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultDialog</name>
    <message>
        <source>Why it failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry failed ({count})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScreenView</name>
    <message>
        <source>Screen of a machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click or press Enter to type into the machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press %1 to release the keyboard and pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press %1 to release the keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of the machine&apos;s own screen; its words cannot be read out. All keys go to the machine. Press %1 to come back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScreenshotDialog</name>
    <message>
        <source>{width} by {height} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScreenshotSaver</name>
    <message>
        <source>Save screenshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionSummary</name>
    <message>
        <source>States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n machines selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Processors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of them as last seen: not connected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset to default</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark colours, or those of the desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Español</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show live figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the hosts for processor, memory, disk and network figures. States of machines are told by the hosts either way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time between figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the hosts are asked for figures. Longer is lighter on the hosts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw small charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of the last minutes beside the figures in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show pictures of screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small pictures of running machines&apos; screens, taken from time to time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a console fills its window. Resizing the machine&apos;s screen needs a guest that can do it; otherwise the picture is fitted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resize the machine&apos;s screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys that release the console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pressed together, they give keyboard and pointer back to this computer. Two or more of ctrl, alt, shift and meta, or some of them and one letter, digit or function key: for example ctrl+alt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep hidden consoles connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a console that nobody sees stays connected, so that coming back to it shows it at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause between pasted keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For text that is typed into a machine. Raise it where letters get lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the tray the program goes on to watch hosts. Machines run on either way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps it in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before forcing a machine off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forcing off or resetting cuts the power: unsaved work is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before shutting down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shutting down lets the guest end its work first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before rebooting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rebooting lets the guest end its work first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving writes the machine&apos;s memory to the host&apos;s disk and stops it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before pausing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A paused machine keeps its memory and does nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell through the desktop what ended or failed while the window is not in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of a SQLite file, or postgresql://USER@HOST/DATABASE. Empty means the program&apos;s own file. A password does not belong here: use PostgreSQL&apos;s password file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings cannot be read, so the defaults are used. File: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings&apos; file is damaged, so the defaults are used. File: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings&apos; file is far too big, so the defaults are used. File: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version of this program wrote the settings, so the defaults are used. File: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older settings could not be taken over, so the defaults are used. File: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting “%2” has a value that cannot be used. Its default is used. File: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting has these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for another word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not store the setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not reset the settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>What an earlier run had begun was finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an earlier run had begun was undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still unfinished: {why}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No act has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message>
        <source>Begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An installer (ISO)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An existing disk image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A kernel, without a boot loader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: an empty disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it; the image stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it itself; the machine writes into it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n installers found in the host&apos;s pools.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No ISO lies in the host&apos;s pools. Put one there, or give any path on the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paths are on the host. The kernel starts at once, each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial RAM disk (if it needs one)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It starts from the network, or from what you attach later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartFailure</name>
    <message>
        <source>Infinibay Desktop could not open its database</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed and undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>State of hosts and tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No tasks running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the task log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No storage pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} of {capacity} ({percent})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LVM group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iSCSI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ceph RBD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZFS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Autostart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allocated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StorageCard</name>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No active storage pool is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>New pool…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter pools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage pools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No storage to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pools are where hosts keep the disks of machines and their install images. Connect a host to see its pools.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not read the list of hosts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskLog</name>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskLogPanel</name>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the task log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping after this step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskLogbook</name>
    <message>
        <source>Done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It failed, and what had been done was undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making disks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defining the machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switching it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing its definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting disks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgetting it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TasksCard</name>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was created or deleted yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>Show as thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More acts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Notices: %n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Console of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread notice(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialDialog</name>
    <message>
        <source>Test the connection to &apos;{name}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>Do not connect before you know why: somebody may be between you and the host. Ask whoever looks after it. If it was set up anew, accept its new key in a terminal: {command}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VolumeList</name>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a pool to see its volumes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pool is not active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total} volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n volumes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>New machine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add host…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No acts on this screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In consoles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the keyboard back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowSession</name>
    <message>
        <source>Settings that could not be used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>XmlTab</name>
    <message>
        <source>Definition as XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without passwords. Read-only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_BusyRow</name>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Charts</name>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures show while the machine runs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Toast</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
