<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Infinibay Desktop</source>
        <translation>Acerca de Infinibay Desktop</translation>
    </message>
    <message>
        <source>Uses Qt and PySide (LGPL), libvirt (LGPL), SQLAlchemy (MIT) and the Lucide symbols (ISC). Each keeps its own licence.</source>
        <translation>Utiliza Qt y PySide (LGPL), libvirt (LGPL), SQLAlchemy (MIT) y los símbolos Lucide (ISC). Cada uno conserva su propia licencia.</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Copiar versiones</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Virtual machines of this computer and of others, in one window.</source>
        <translation>Las máquinas virtuales de este equipo y de otros, en una sola ventana.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>ActButtons</name>
    <message>
        <source>Console</source>
        <translation>Consola</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sobre qué</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inició</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Reanudó</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausó</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>Apagó</translation>
    </message>
    <message>
        <source>Rebooted</source>
        <translation>Reinició</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restableció</translation>
    </message>
    <message>
        <source>Forced off</source>
        <translation>Forzó el apagado</translation>
    </message>
    <message>
        <source>Saved to disk</source>
        <translation>Guardó el estado en disco</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restauró</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creó</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Eliminó</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Cambió el nombre</translation>
    </message>
    <message>
        <source>Changed the description</source>
        <translation>Cambió la descripción</translation>
    </message>
    <message>
        <source>Changed the size</source>
        <translation>Cambió el tamaño</translation>
    </message>
    <message>
        <source>Changed the start with the host</source>
        <translation>Cambió el inicio con el host</translation>
    </message>
    <message>
        <source>Opened the console</source>
        <translation>Abrió la consola</translation>
    </message>
    <message>
        <source>Opened the serial console</source>
        <translation>Abrió la consola serie</translation>
    </message>
    <message>
        <source>Added the agent&apos;s channel</source>
        <translation>Añadió el canal del agente</translation>
    </message>
    <message>
        <source>Delivered the agent</source>
        <translation>Entregó el agente</translation>
    </message>
    <message>
        <source>Took the agent&apos;s CD out</source>
        <translation>Retiró el CD del agente</translation>
    </message>
    <message>
        <source>Upgraded the agent</source>
        <translation>Actualizó el agente</translation>
    </message>
    <message>
        <source>Moved to a department</source>
        <translation>Movió a un departamento</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Asignó</translation>
    </message>
    <message>
        <source>Granted a right</source>
        <translation>Concedió un permiso</translation>
    </message>
    <message>
        <source>Took back a right</source>
        <translation>Retiró un permiso</translation>
    </message>
    <message>
        <source>Ended a process inside</source>
        <translation>Terminó un proceso del invitado</translation>
    </message>
    <message>
        <source>Changed a service inside</source>
        <translation>Modificó un servicio del invitado</translation>
    </message>
    <message>
        <source>Installed a package inside</source>
        <translation>Instaló un paquete en el invitado</translation>
    </message>
    <message>
        <source>Removed a package inside</source>
        <translation>Quitó un paquete del invitado</translation>
    </message>
    <message>
        <source>Updated packages inside</source>
        <translation>Actualizó paquetes del invitado</translation>
    </message>
    <message>
        <source>Froze the file systems inside</source>
        <translation>Congeló los sistemas de archivos del invitado</translation>
    </message>
    <message>
        <source>Thawed the file systems inside</source>
        <translation>Descongeló los sistemas de archivos del invitado</translation>
    </message>
    <message>
        <source>Set a user&apos;s password inside</source>
        <translation>Estableció la contraseña de un usuario del invitado</translation>
    </message>
    <message>
        <source>Ran a program inside</source>
        <translation>Ejecutó un programa en el invitado</translation>
    </message>
    <message>
        <source>Read a file inside</source>
        <translation>Leyó un archivo del invitado</translation>
    </message>
    <message>
        <source>Wrote a file inside</source>
        <translation>Escribió un archivo en el invitado</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadió</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modificó</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Quitó</translation>
    </message>
    <message>
        <source>Set a member</source>
        <translation>Estableció un miembro</translation>
    </message>
    <message>
        <source>Removed a member</source>
        <translation>Quitó un miembro</translation>
    </message>
    <message>
        <source>Changed their own profile</source>
        <translation>Modificó su propio perfil</translation>
    </message>
    <message>
        <source>Reset the password</source>
        <translation>Restableció la contraseña</translation>
    </message>
    <message>
        <source>Changed the password</source>
        <translation>Cambió la contraseña</translation>
    </message>
    <message>
        <source>Removed the password</source>
        <translation>Quitó la contraseña</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Desbloqueó</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Inició sesión</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Cerró la sesión</translation>
    </message>
    <message>
        <source>Ended a sign-in</source>
        <translation>Cerró una de las sesiones</translation>
    </message>
    <message>
        <source>Signed out everywhere</source>
        <translation>Cerró todas las sesiones</translation>
    </message>
    <message>
        <source>Accepted the host&apos;s key</source>
        <translation>Aceptó la clave del host</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardó</translation>
    </message>
    <message>
        <source>Ran at once</source>
        <translation>Ejecutó ahora</translation>
    </message>
    <message>
        <source>Exported the activity</source>
        <translation>Exportó la actividad</translation>
    </message>
    <message>
        <source>Checked the record</source>
        <translation>Comprobó el registro</translation>
    </message>
    <message>
        <source>Removed old entries</source>
        <translation>Quitó entradas antiguas</translation>
    </message>
    <message>
        <source>Lost entries</source>
        <translation>Perdió entradas</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminada</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Denegada</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallida</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baja</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Crítica</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Máquina</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Departamento</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Blueprint</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>Storage pool</source>
        <translation>Pool de almacenamiento</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Temporizador</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>El programa</translation>
    </message>
</context>
<context>
    <name>ActivityActs</name>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Check the record</source>
        <translation>Comprobar el registro</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar informe</translation>
    </message>
    <message>
        <source>Versions, settings and the last errors, for a request for help</source>
        <translation>Versiones, ajustes y los últimos errores, para una solicitud de ayuda</translation>
    </message>
    <message>
        <source>Export the acts that are shown</source>
        <translation>Exportar las acciones que se muestran</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>Líneas JSON (*.jsonl)</translation>
    </message>
    <message>
        <source>Export the activity</source>
        <translation>Exportar la actividad</translation>
    </message>
    <message>
        <source>Stopped; no file was written.</source>
        <translation>Detenido; no se escribió ningún archivo.</translation>
    </message>
    <message>
        <source>Could not export the activity</source>
        <translation>No se pudo exportar la actividad</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were written to {path}.</source>
        <translation>
            <numerusform>Se escribió %n línea en {path}.</numerusform>
            <numerusform>Se escribieron %n líneas en {path}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The activity was exported</source>
        <translation>La actividad se exportó</translation>
    </message>
    <message>
        <source>Check the record of activity</source>
        <translation>Comprobar el registro de actividad</translation>
    </message>
    <message>
        <source>Could not check the record</source>
        <translation>No se pudo comprobar el registro</translation>
    </message>
    <message>
        <source>The record was changed.</source>
        <translation>El registro se ha modificado.</translation>
    </message>
    <message>
        <source>Could not make the report</source>
        <translation>No se pudo crear el informe</translation>
    </message>
    <message>
        <source>The report is on the clipboard</source>
        <translation>El informe está en el portapapeles</translation>
    </message>
    <message>
        <source>Look through it before you pass it on. It holds no passwords.</source>
        <translation>Revíselo antes de pasarlo a otra persona. No contiene contraseñas.</translation>
    </message>
</context>
<context>
    <name>ActivityDetails</name>
    <message>
        <source>What changed</source>
        <translation>Qué cambió</translation>
    </message>
    <message>
        <source>Place in the record</source>
        <translation>Lugar en el registro</translation>
    </message>
    <message>
        <source>Select an act to see all that is known of it.</source>
        <translation>Seleccione una acción para ver todo lo que se sabe de ella.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella digital</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Filter: who:me outcome:failed since:7d</source>
        <translation>Filtrar: who:me outcome:failed since:7d</translation>
    </message>
    <message>
        <source>Filter: severity:high since:7d</source>
        <translation>Filtrar: severity:high since:7d</translation>
    </message>
</context>
<context>
    <name>ActivityTable</name>
    <message>
        <source>No entry with this number</source>
        <translation>No hay ninguna entrada con este número</translation>
    </message>
</context>
<context>
    <name>ActsTab</name>
    <message>
        <source>Acts</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Show new acts</source>
        <translation>Mostrar acciones nuevas</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>Aún no se ha hecho nada</translation>
    </message>
    <message>
        <source>Every act is recorded here: who did what to what, from where, and how it ended.</source>
        <translation>Aquí se registra cada acción: quién hizo qué y sobre qué, desde dónde y cómo terminó.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Borrar el filtro</translation>
    </message>
    <message>
        <source>No act matches</source>
        <translation>Ninguna acción coincide</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>The record could not be read</source>
        <translation>No se pudo leer el registro</translation>
    </message>
    <message>
        <source>The filter takes words and marks such as who:me, what:start, on:web, outcome:failed, since:7d and until:2026-03-01.</source>
        <translation>El filtro admite palabras y marcas como who:me, what:start, on:web, outcome:failed, since:7d y until:2026-03-01.</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s)</source>
        <translation>
            <numerusform>%n acción</numerusform>
            <numerusform>%n acciones</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} acts so far; scroll for more</source>
        <translation>{number} acciones hasta ahora; desplácese para ver más</translation>
    </message>
    <message>
        <source>not understood: {words}</source>
        <translation>no se entiende: {words}</translation>
    </message>
</context>
<context>
    <name>AdministratorForm</name>
    <message>
        <source>You sign in with it. Nothing is ever sent there.</source>
        <translation>Con ella inicia sesión. Nunca se envía nada a esa dirección.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>Mantener la sesión iniciada en este equipo</translation>
    </message>
    <message>
        <source>Type an e-mail address.</source>
        <translation>Escriba una dirección de correo electrónico.</translation>
    </message>
</context>
<context>
    <name>AdvancedCard</name>
    <message>
        <source>Automatic: what the system needs</source>
        <translation>Automático: lo que el sistema necesite</translation>
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
        <translation>Automático</translation>
    </message>
    <message>
        <source>The disk may be larger than what is free now (sparse)</source>
        <translation>El disco puede ser mayor que el espacio libre actual (disperso)</translation>
    </message>
    <message>
        <source>Start it with its host</source>
        <translation>Iniciarla con su host</translation>
    </message>
    <message>
        <source>Automatic ({pool})</source>
        <translation>Automático ({pool})</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Opciones avanzadas</translation>
    </message>
    <message>
        <source>BIOS starts faster; Windows 11 needs UEFI and gets it.</source>
        <translation>BIOS arranca más rápido; Windows 11 necesita UEFI y lo recibe.</translation>
    </message>
    <message>
        <source>Where its disk is made. The pool &apos;default&apos; is taken where there is one.</source>
        <translation>Dónde se crea su disco. Se usa el pool «default» si existe.</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Storage pool</source>
        <translation>Pool de almacenamiento</translation>
    </message>
</context>
<context>
    <name>AfterCard</name>
    <message>
        <source>Description (optional)</source>
        <translation>Descripción (opcional)</translation>
    </message>
    <message>
        <source>Start it when it is made</source>
        <translation>Iniciarla una vez creada</translation>
    </message>
    <message>
        <source>Show its console then</source>
        <translation>Mostrar entonces su consola</translation>
    </message>
    <message>
        <source>Not suggested: its disk is empty and nothing is there to start from. Attach an installer first, or choose one above.</source>
        <translation>No se sugiere: su disco está vacío y no hay nada desde lo que arrancar. Conecte antes un instalador o elija uno arriba.</translation>
    </message>
</context>
<context>
    <name>AgentActs</name>
    <message>
        <source>Install agent…</source>
        <translation>Instalar agente…</translation>
    </message>
    <message>
        <source>Upgrade agent</source>
        <translation>Actualizar agente</translation>
    </message>
    <message>
        <source>Could not upgrade the agent in &apos;{name}&apos;</source>
        <translation>No se pudo actualizar el agente de «{name}»</translation>
    </message>
    <message>
        <source>The agent in &apos;{name}&apos; is as new already</source>
        <translation>El agente de «{name}» ya está actualizado</translation>
    </message>
    <message>
        <source>The agent in &apos;{name}&apos; was upgraded</source>
        <translation>El agente de «{name}» se actualizó</translation>
    </message>
    <message>
        <source>Upgrade the agent in &apos;{name}&apos;</source>
        <translation>Actualizar el agente de «{name}»</translation>
    </message>
</context>
<context>
    <name>AgentNotice</name>
    <message>
        <source>Install agent…</source>
        <translation>Instalar agente…</translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation>Añadir canal</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Tomar el control</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Volver a examinar</translation>
    </message>
    <message>
        <source>Ask its owner or an administrator for the right to look inside.</source>
        <translation>Pida a su propietario o a un administrador permiso para ver su interior.</translation>
    </message>
    <message>
        <source>You may not look inside</source>
        <translation>No tiene permiso para ver su interior</translation>
    </message>
    <message>
        <source>What runs inside shows when its host is connected again.</source>
        <translation>Lo que se ejecuta dentro se muestra cuando su host vuelve a estar conectado.</translation>
    </message>
    <message>
        <source>The host is not connected</source>
        <translation>El host no está conectado</translation>
    </message>
    <message>
        <source>Resume it to speak with its agent.</source>
        <translation>Reanúdela para hablar con su agente.</translation>
    </message>
    <message>
        <source>The machine is paused</source>
        <translation>La máquina está en pausa</translation>
    </message>
    <message>
        <source>What runs inside shows while the machine runs.</source>
        <translation>Lo que se ejecuta dentro se muestra mientras la máquina está en ejecución.</translation>
    </message>
    <message>
        <source>The machine does not run</source>
        <translation>La máquina no está en ejecución</translation>
    </message>
    <message>
        <source>The machine has no channel to an agent</source>
        <translation>La máquina no tiene canal para un agente</translation>
    </message>
    <message>
        <source>Add it: the machine has it at once, or from its next start.</source>
        <translation>Añádalo: la máquina lo tendrá de inmediato o desde su próximo inicio.</translation>
    </message>
    <message>
        <source>Another program speaks with the agent</source>
        <translation>Otro programa habla con el agente</translation>
    </message>
    <message>
        <source>The program at &apos;{where}&apos; has the channel. It lets go of it for you.</source>
        <translation>El programa de «{where}» tiene el canal. Se lo cederá.</translation>
    </message>
    <message>
        <source>Another program has the channel. It lets go of it for you.</source>
        <translation>Otro programa tiene el canal. Se lo cederá.</translation>
    </message>
    <message>
        <source>Its system may be busy, restarting or without the agent. It is heard again by itself.</source>
        <translation>Su sistema puede estar ocupado, reiniciándose o sin el agente. Volverá a oírse por sí solo.</translation>
    </message>
    <message>
        <source>A machine that just started needs a moment.</source>
        <translation>Una máquina recién iniciada necesita un momento.</translation>
    </message>
    <message>
        <source>Waiting for the agent</source>
        <translation>Esperando al agente</translation>
    </message>
    <message>
        <source>No agent answers</source>
        <translation>Ningún agente responde</translation>
    </message>
    <message>
        <source>Install the agent in the machine, or see whether its service runs. Some systems take long to start.</source>
        <translation>Instale el agente en la máquina o compruebe si su servicio se está ejecutando. Algunos sistemas tardan mucho en arrancar.</translation>
    </message>
</context>
<context>
    <name>AgentWords</name>
    <message>
        <source>The machine has no channel to an agent.</source>
        <translation>La máquina no tiene canal para un agente.</translation>
    </message>
    <message>
        <source>No agent has spoken yet.</source>
        <translation>Aún no ha hablado ningún agente.</translation>
    </message>
    <message>
        <source>The agent talks: {version}, {system}.</source>
        <translation>El agente responde: {version}, {system}.</translation>
    </message>
    <message>
        <source>The agent is silent: {version}, {system}.</source>
        <translation>El agente está en silencio: {version}, {system}.</translation>
    </message>
    <message>
        <source>Another program speaks with the agent.</source>
        <translation>Otro programa habla con el agente.</translation>
    </message>
    <message>
        <source>The machine does not run.</source>
        <translation>La máquina no está en ejecución.</translation>
    </message>
    <message>
        <source>no channel</source>
        <translation>sin canal</translation>
    </message>
    <message>
        <source>none has spoken</source>
        <translation>ninguno ha hablado</translation>
    </message>
    <message>
        <source>talking</source>
        <translation>responde</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>en silencio</translation>
    </message>
    <message>
        <source>another program has it</source>
        <translation>lo tiene otro programa</translation>
    </message>
    <message>
        <source>{version}, silent</source>
        <translation>{version}, en silencio</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>Assign ({count})</source>
        <translation>Asignar ({count})</translation>
    </message>
    <message>
        <source>Choose who gets them.</source>
        <translation>Elija a quién se asignan.</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Asignar</translation>
    </message>
</context>
<context>
    <name>AvatarChoice</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Iniciales</translation>
    </message>
</context>
<context>
    <name>Avatars</name>
    <message>
        <source>Bear</source>
        <translation>Oso</translation>
    </message>
    <message>
        <source>Cactus</source>
        <translation>Cactus</translation>
    </message>
    <message>
        <source>Cat</source>
        <translation>Gato</translation>
    </message>
    <message>
        <source>Fox</source>
        <translation>Zorro</translation>
    </message>
    <message>
        <source>Lighthouse</source>
        <translation>Faro</translation>
    </message>
    <message>
        <source>Mountain</source>
        <translation>Montaña</translation>
    </message>
    <message>
        <source>Mushroom</source>
        <translation>Seta</translation>
    </message>
    <message>
        <source>Owl</source>
        <translation>Búho</translation>
    </message>
    <message>
        <source>Panda</source>
        <translation>Panda</translation>
    </message>
    <message>
        <source>Penguin</source>
        <translation>Pingüino</translation>
    </message>
    <message>
        <source>Planet</source>
        <translation>Planeta</translation>
    </message>
    <message>
        <source>Rabbit</source>
        <translation>Conejo</translation>
    </message>
    <message>
        <source>Sailing boat</source>
        <translation>Velero</translation>
    </message>
    <message>
        <source>Sunrise</source>
        <translation>Amanecer</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Árbol</translation>
    </message>
    <message>
        <source>Whale</source>
        <translation>Ballena</translation>
    </message>
</context>
<context>
    <name>BoardBar</name>
    <message>
        <source>Time range</source>
        <translation>Intervalo de tiempo</translation>
    </message>
    <message>
        <source>Whole range</source>
        <translation>Intervalo completo</translation>
    </message>
    <message>
        <source>Undo zooming and moving (Home, or double click)</source>
        <translation>Deshacer la ampliación y el desplazamiento (Inicio, o doble clic)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Table as CSV…</source>
        <translation>Tabla como CSV…</translation>
    </message>
    <message>
        <source>Picture as PNG…</source>
        <translation>Imagen como PNG…</translation>
    </message>
    <message>
        <source>agent&apos;s view</source>
        <translation>visto por el agente</translation>
    </message>
    <message>
        <source>host&apos;s view</source>
        <translation>visto por el host</translation>
    </message>
</context>
<context>
    <name>BoardExport</name>
    <message>
        <source>Export as CSV</source>
        <translation>Exportar como CSV</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>Export as PNG</source>
        <translation>Exportar como PNG</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>Imágenes PNG (*.png)</translation>
    </message>
    <message>
        <source>{names}, {begin} to {end}</source>
        <translation>{names}, de {begin} a {end}</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exportado</translation>
    </message>
    <message>
        <source>The metrics were not exported</source>
        <translation>Las métricas no se exportaron</translation>
    </message>
    <message>
        <source>metrics</source>
        <translation>métricas</translation>
    </message>
</context>
<context>
    <name>BulkRun</name>
    <message>
        <source>{act}: {count} machines</source>
        <translation>{act}: {count} máquinas</translation>
    </message>
    <message>
        <source>It was cut short.</source>
        <translation>Se interrumpió.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>{number} of {total}: &apos;{name}&apos;: {how}</source>
        <translation>{number} de {total}: «{name}»: {how}</translation>
    </message>
    <message>
        <source>{failed} of {total} failed</source>
        <translation>Con error: {failed} de {total}</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>Omitidas: {count}</translation>
    </message>
</context>
<context>
    <name>BusiestCard</name>
    <message>
        <source>Busiest machines</source>
        <translation>Máquinas con más carga</translation>
    </message>
</context>
<context>
    <name>ChangeGrid</name>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message numerus="yes">
        <source>%n more field(s) are in the export.</source>
        <translation>
            <numerusform>Hay %n campo más en la exportación.</numerusform>
            <numerusform>Hay %n campos más en la exportación.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangePasswordDialog</name>
    <message>
        <source>Change password</source>
        <translation>Cambiar contraseña</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Contraseña actual</translation>
    </message>
    <message>
        <source>Type your present password.</source>
        <translation>Escriba su contraseña actual.</translation>
    </message>
    <message>
        <source>This is not your present password.</source>
        <translation>Esta no es su contraseña actual.</translation>
    </message>
    <message>
        <source>Your password is changed</source>
        <translation>Su contraseña se cambió</translation>
    </message>
</context>
<context>
    <name>ChartBoard</name>
    <message>
        <source>The history cannot be read</source>
        <translation>No se puede leer el historial</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Read</source>
        <translation>Leído</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Escrito</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Usado</translation>
    </message>
    <message>
        <source>Swap used</source>
        <translation>Intercambio usado</translation>
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
        <translation>Todos los núcleos</translation>
    </message>
    <message>
        <source>CPU cores</source>
        <translation>Núcleos de CPU</translation>
    </message>
    <message>
        <source>Core {name}</source>
        <translation>Núcleo {name}</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Disk activity</source>
        <translation>Actividad de disco</translation>
    </message>
    <message>
        <source>Disk space used</source>
        <translation>Espacio de disco usado</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Carga</translation>
    </message>
    <message>
        <source>Mean of a minute</source>
        <translation>Media de un minuto</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Procesos</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>{chart}: {series}</source>
        <translation>{chart}: {series}</translation>
    </message>
    <message>
        <source>Live, 5 minutes</source>
        <translation>En vivo, 5 minutos</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 minutos</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>6 hours</source>
        <translation>6 horas</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 horas</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 días</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 días</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 días</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 año</translation>
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
        <translation>Pulse las teclas</translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation>Pulse las teclas…</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Keep running in the background?</source>
        <translation>¿Seguir en segundo plano?</translation>
    </message>
    <message>
        <source>In the background, hosts stay connected, and consoles and acts are one click away in the tray. You can change this in the settings.</source>
        <translation>En segundo plano, los hosts siguen conectados, y las consolas y las acciones quedan a un clic en la bandeja del sistema. Puede cambiarlo en los ajustes.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Seguir en segundo plano</translation>
    </message>
    <message>
        <source>Quit while tasks are running?</source>
        <translation>¿Salir con tareas en curso?</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are running. What was begun is finished or undone the next time that the host is connected.</source>
        <translation>
            <numerusform>%n tarea está en curso. Lo que se haya empezado se terminará o se deshará la próxima vez que se conecte el host.</numerusform>
            <numerusform>%n tareas están en curso. Lo que se haya empezado se terminará o se deshará la próxima vez que se conecte el host.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Esperar</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>Salir ahora</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Copy {command}</source>
        <translation>Copiar {command}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
    </message>
    <message>
        <source>Search for an act, a screen or a machine</source>
        <translation>Busque una acción, una pantalla o una máquina</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Coincidencias</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>No disponible ahora</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Pantalla</translation>
    </message>
    <message>
        <source>%1, as last seen</source>
        <translation>%1, último estado conocido</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>No hay coincidencias.</translation>
    </message>
    <message>
        <source>Enter: open the console · Shift+Enter: show the machine</source>
        <translation>Intro: abrir la consola · Mayús+Intro: mostrar la máquina</translation>
    </message>
    <message>
        <source>Enter: do it · Escape: close</source>
        <translation>Intro: ejecutar · Escape: cerrar</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Do not ask again</source>
        <translation>No volver a preguntar</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>You may not see the screen of &apos;%1&apos; any more.</source>
        <translation>Ya no tiene permiso para ver la pantalla de «%1».</translation>
    </message>
    <message>
        <source>The right to it was taken back while it was open.</source>
        <translation>El permiso se retiró mientras estaba abierta.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; no longer exists.</source>
        <translation>«%1» ya no existe.</translation>
    </message>
    <message>
        <source>The host of &apos;%1&apos; does not answer.</source>
        <translation>El host de «%1» no responde.</translation>
    </message>
    <message>
        <source>The screen comes back by itself as soon as the host does.</source>
        <translation>La pantalla vuelve por sí sola en cuanto responda el host.</translation>
    </message>
    <message>
        <source>The screen of &apos;%1&apos; is not connected.</source>
        <translation>La pantalla de «%1» no está conectada.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Connecting to &apos;%1&apos; again…</source>
        <translation>Conectando de nuevo con «%1»…</translation>
    </message>
    <message>
        <source>Connecting to &apos;%1&apos;…</source>
        <translation>Conectando con «%1»…</translation>
    </message>
    <message>
        <source>The connection to the screen of &apos;%1&apos; was lost.</source>
        <translation>Se perdió la conexión con la pantalla de «%1».</translation>
    </message>
    <message>
        <source>The screen of &apos;%1&apos; cannot be shown yet.</source>
        <translation>La pantalla de «%1» aún no se puede mostrar.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>The screen of &apos;%1&apos; cannot be shown.</source>
        <translation>La pantalla de «%1» no se puede mostrar.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Trying again in %1 s</source>
        <translation>Nuevo intento en %1 s</translation>
    </message>
    <message>
        <source>The host of &apos;%1&apos; does not answer; its screen still does.</source>
        <translation>El host de «%1» no responde; su pantalla sí.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is paused.</source>
        <translation>«%1» está en pausa.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is asleep.</source>
        <translation>«%1» está suspendida.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is shut off.</source>
        <translation>«%1» está apagada.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is saved to disk.</source>
        <translation>El estado de «%1» está guardado en disco.</translation>
    </message>
    <message>
        <source>It goes on where it was when it is started.</source>
        <translation>Al iniciarla, continúa donde se quedó.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is being created.</source>
        <translation>Se está creando «%1».</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is being deleted.</source>
        <translation>Se está eliminando «%1».</translation>
    </message>
    <message>
        <source>What &apos;%1&apos; does is not known.</source>
        <translation>El estado de «%1» es desconocido.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has crashed.</source>
        <translation>«%1» ha fallado.</translation>
    </message>
    <message>
        <source>Ctrl+Alt+F1 to F12</source>
        <translation>Ctrl+Alt+F1 a F12</translation>
    </message>
</context>
<context>
    <name>ConsolePane</name>
    <message>
        <source>Wake up</source>
        <translation>Despertar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>This program cannot show screens of this kind.</source>
        <translation>Este programa no puede mostrar pantallas de este tipo.</translation>
    </message>
    <message>
        <source>Screen of &apos;%1&apos;</source>
        <translation>Pantalla de «%1»</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>Nothing was saved: %1 cannot be written.</source>
        <translation>No se guardó nada: no se puede escribir %1.</translation>
    </message>
</context>
<context>
    <name>ConsoleTools</name>
    <message>
        <source>&amp;Power</source>
        <translation>&amp;Encendido</translation>
    </message>
    <message>
        <source>Send &amp;key</source>
        <translation>Enviar &amp;tecla</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>T&amp;amaño</translation>
    </message>
    <message>
        <source>Save screenshot…</source>
        <translation>Guardar captura de pantalla…</translation>
    </message>
    <message>
        <source>Share the clipboard</source>
        <translation>Compartir el portapapeles</translation>
    </message>
    <message>
        <source>Open in a window</source>
        <translation>Abrir en una ventana</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Paste as keystrokes</source>
        <translation>Pegar como pulsaciones de teclas</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>Ajustar a la ventana</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Tamaño real</translation>
    </message>
    <message>
        <source>Resize the machine&apos;s screen</source>
        <translation>Redimensionar la pantalla de la máquina</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Encendido</translation>
    </message>
    <message>
        <source>Send key</source>
        <translation>Enviar tecla</translation>
    </message>
    <message>
        <source>Size of the screen</source>
        <translation>Tamaño de la pantalla</translation>
    </message>
</context>
<context>
    <name>ConsoleWindow</name>
    <message>
        <source>&amp;Machine</source>
        <translation>&amp;Máquina</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
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
        <translation>iniciar</translation>
    </message>
    <message>
        <source>resume</source>
        <translation>reanudar</translation>
    </message>
    <message>
        <source>Could not {act} &apos;{name}&apos;</source>
        <translation>No se pudo {act} «{name}»</translation>
    </message>
</context>
<context>
    <name>CrashReports</name>
    <message>
        <source>Something went wrong inside the program</source>
        <translation>Algo falló dentro del programa</translation>
    </message>
    <message>
        <source>Please report it, with what Details shows. You can go on working.</source>
        <translation>Informe de ello, con lo que muestra Detalles. Puede seguir trabajando.</translation>
    </message>
</context>
<context>
    <name>DatabaseCard</name>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Hosts, people, departments and all that is done are kept in:</source>
        <translation>Los hosts, las personas, los departamentos y todo lo que se hace se guardan en:</translation>
    </message>
    <message>
        <source>Another database</source>
        <translation>Otra base de datos</translation>
    </message>
    <message>
        <source>The path of a SQLite file for one person, or the URL of a PostgreSQL database for several. Nothing is copied there. No password belongs here: use PostgreSQL&apos;s password file, ~/.pgpass.</source>
        <translation>La ruta de un archivo SQLite para una persona, o la URL de una base de datos PostgreSQL para varias. No se copia nada en ella. Aquí no va ninguna contraseña: use el archivo de contraseñas de PostgreSQL, ~/.pgpass.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Use from the next start</source>
        <translation>Usar desde el próximo inicio</translation>
    </message>
    <message>
        <source>The next start uses %1, unless another database is named on the command line. To use it now, quit the program and start it again.</source>
        <translation>El próximo inicio usa %1, salvo que se indique otra base de datos en la línea de órdenes. Para usarla ahora, salga del programa e inícielo de nuevo.</translation>
    </message>
    <message>
        <source>Looking at the database…</source>
        <translation>Se examina la base de datos…</translation>
    </message>
    <message>
        <source>This database is in use already.</source>
        <translation>Esta base de datos ya se usa.</translation>
    </message>
    <message>
        <source>It can be used (%1). It is a database of this program.</source>
        <translation>Se puede usar (%1). Es una base de datos de este programa.</translation>
    </message>
    <message>
        <source>It can be used (%1). An older version of this program made it; the next start brings it up to date, and older versions cannot use it then.</source>
        <translation>Se puede usar (%1). La creó una versión anterior de este programa; el próximo inicio la actualiza, y las versiones anteriores ya no podrán usarla.</translation>
    </message>
    <message>
        <source>It can be used (%1). Nothing is there yet; the next start makes it.</source>
        <translation>Se puede usar (%1). Aún no hay nada allí; el próximo inicio la crea.</translation>
    </message>
    <message>
        <source>It can be used (%1). It is empty; the next start fills it.</source>
        <translation>Se puede usar (%1). Está vacía; el próximo inicio crea sus tablas.</translation>
    </message>
</context>
<context>
    <name>DeleteDialog</name>
    <message>
        <source>delete</source>
        <translation>eliminar</translation>
    </message>
    <message>
        <source>not a disk but a {kind}</source>
        <translation>no es un disco, sino {kind}</translation>
    </message>
    <message>
        <source>it has no file</source>
        <translation>no tiene archivo</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>solo lectura</translation>
    </message>
    <message>
        <source>shared with {names}</source>
        <translation>compartido con {names}</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) that you may not delete are left out.</source>
        <translation>
            <numerusform>Se omite %n máquina que no tiene permiso para eliminar.</numerusform>
            <numerusform>Se omiten %n máquinas que no tiene permiso para eliminar.</numerusform>
        </translation>
    </message>
    <message>
        <source>&apos;{name}&apos; stays: {why}.</source>
        <translation>«{name}» se conserva: {why}.</translation>
    </message>
    <message>
        <source>Type {word} to delete the disks too</source>
        <translation>Escriba {word} para eliminar también los discos</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Nothing here can be deleted now.</source>
        <translation>Ahora no se puede eliminar nada de esto.</translation>
    </message>
    <message>
        <source>The machine&apos;s definition is removed from its host. Its disks stay there, unless you tick them.</source>
        <translation>La definición de la máquina se elimina de su host. Sus discos se conservan allí, salvo los que marque.</translation>
    </message>
    <message>
        <source>The definitions of {count} machines are removed from their hosts. Their disks stay there, unless you tick them.</source>
        <translation>Las definiciones de {count} máquinas se eliminan de sus hosts. Sus discos se conservan allí, salvo los que marque.</translation>
    </message>
    <message>
        <source>It is running: force it off. Unsaved work in it is lost.</source>
        <translation>Está en ejecución: forzar su apagado. Se pierde el trabajo no guardado.</translation>
    </message>
    <message>
        <source>Force off those that run ({count}). Unsaved work in them is lost.</source>
        <translation>Forzar el apagado de las que están en ejecución ({count}). Se pierde el trabajo no guardado.</translation>
    </message>
    <message>
        <source>Delete with disks ({count})</source>
        <translation>Eliminar con discos ({count})</translation>
    </message>
    <message>
        <source>Delete all disks that only these machines use</source>
        <translation>Eliminar todos los discos que solo usan estas máquinas</translation>
    </message>
    <message>
        <source>Looking at its disks…</source>
        <translation>Examinando sus discos…</translation>
    </message>
    <message>
        <source>Its disks could not be read, so they stay: {why}</source>
        <translation>No se pudieron leer sus discos, por lo que se conservan: {why}</translation>
    </message>
    <message>
        <source>It has no disks.</source>
        <translation>No tiene discos.</translation>
    </message>
    <message>
        <source>Delete &apos;{name}&apos;?</source>
        <translation>¿Eliminar «{name}»?</translation>
    </message>
    <message>
        <source>Delete {count} machines?</source>
        <translation>¿Eliminar {count} máquinas?</translation>
    </message>
</context>
<context>
    <name>DeletePersonDialog</name>
    <message>
        <source>Delete &apos;{name}&apos;?</source>
        <translation>¿Eliminar «{name}»?</translation>
    </message>
    <message>
        <source>They are signed out everywhere at once and cannot sign in again. They leave their departments, and rights on single machines are taken back.</source>
        <translation>Se cierran de inmediato todas sus sesiones y no puede volver a iniciar sesión. Deja sus departamentos y se le retiran los permisos sobre máquinas concretas.</translation>
    </message>
    <message>
        <source>Their machines stay as they are, and so does what the record says of them. The e-mail address can be given to somebody else.</source>
        <translation>Sus máquinas se conservan tal como están, y también lo que el registro dice de esta persona. La dirección de correo se puede dar a otra persona.</translation>
    </message>
    <message>
        <source>Delete person</source>
        <translation>Eliminar persona</translation>
    </message>
</context>
<context>
    <name>DepartmentActs</name>
    <message>
        <source>Add department…</source>
        <translation>Añadir departamento…</translation>
    </message>
    <message>
        <source>Show machines</source>
        <translation>Mostrar máquinas</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
</context>
<context>
    <name>DepartmentDetails</name>
    <message>
        <source>blueprint {name}</source>
        <translation>plantilla {name}</translation>
    </message>
    <message>
        <source>network {name}</source>
        <translation>red {name}</translation>
    </message>
    <message>
        <source>New machines get: {what}.</source>
        <translation>Las máquinas nuevas reciben: {what}.</translation>
    </message>
</context>
<context>
    <name>DepartmentDialog</name>
    <message>
        <source>Add department</source>
        <translation>Añadir departamento</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>DepartmentForm</name>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>What new machines of this department are suggested to have.</source>
        <translation>Lo que se sugiere para las máquinas nuevas de este departamento.</translation>
    </message>
    <message>
        <source>A network of the hosts that new machines are plugged into.</source>
        <translation>Una red de los hosts a la que se conectan las máquinas nuevas.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Description (optional)</source>
        <translation>Descripción (opcional)</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Blueprint</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Como máximo</translation>
    </message>
    <message>
        <source>Only administrators change quotas.</source>
        <translation>Solo los administradores cambian las cuotas.</translation>
    </message>
    <message>
        <source>For new machines</source>
        <translation>Para máquinas nuevas</translation>
    </message>
</context>
<context>
    <name>DepartmentLinks</name>
    <message>
        <source>No department</source>
        <translation>Sin departamento</translation>
    </message>
</context>
<context>
    <name>Departments</name>
    <message>
        <source>Add a person to &apos;{name}&apos;</source>
        <translation>Añadir una persona a «{name}»</translation>
    </message>
    <message>
        <source>Add department</source>
        <translation>Añadir departamento</translation>
    </message>
    <message>
        <source>Edit &apos;{name}&apos;</source>
        <translation>Editar «{name}»</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Miembro</translation>
    </message>
    <message>
        <source>1 machine</source>
        <translation>1 máquina</translation>
    </message>
    <message>
        <source>%n machines</source>
        <translation>%n máquinas</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 persona</translation>
    </message>
    <message>
        <source>%n people</source>
        <translation>%n personas</translation>
    </message>
    <message>
        <source>{count} vCPU</source>
        <translation>{count} vCPU</translation>
    </message>
    <message>
        <source>{size} memory</source>
        <translation>{size} de memoria</translation>
    </message>
    <message>
        <source>{used} of {most}</source>
        <translation>{used} de {most}</translation>
    </message>
</context>
<context>
    <name>DepartmentsPage</name>
    <message>
        <source>Departments</source>
        <translation>Departamentos</translation>
    </message>
    <message>
        <source>Filter: name or description</source>
        <translation>Filtrar: nombre o descripción</translation>
    </message>
    <message>
        <source>No department yet</source>
        <translation>Aún no hay departamentos</translation>
    </message>
    <message>
        <source>Departments own machines. Their people see them, and a quota says how much they may have together.</source>
        <translation>Los departamentos tienen máquinas. Sus personas las ven, y una cuota indica cuánto pueden tener en total.</translation>
    </message>
    <message>
        <source>No department matches</source>
        <translation>Ningún departamento coincide</translation>
    </message>
    <message>
        <source>The filter looks into names and descriptions.</source>
        <translation>El filtro busca en nombres y descripciones.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Borrar el filtro</translation>
    </message>
    <message>
        <source>Could not read the departments</source>
        <translation>No se pudieron leer los departamentos</translation>
    </message>
</context>
<context>
    <name>DescriptionCard</name>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Aún no hay ninguna.</translation>
    </message>
</context>
<context>
    <name>DetailHead</name>
    <message>
        <source>{stale}: its host is not connected. It is tried again by itself.</source>
        <translation>{stale}: su host no está conectado. Se reintenta automáticamente.</translation>
    </message>
    <message>
        <source>on {host}</source>
        <translation>en {host}</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>DiskTick</name>
    <message>
        <source>Delete disk {disk}</source>
        <translation>Eliminar el disco {disk}</translation>
    </message>
    <message>
        <source>{disk} stays: {why}</source>
        <translation>{disk} se conserva: {why}</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>sin archivo</translation>
    </message>
</context>
<context>
    <name>DisksPart</name>
    <message>
        <source>File systems</source>
        <translation>Sistemas de archivos</translation>
    </message>
</context>
<context>
    <name>DisksTab</name>
    <message>
        <source>Looking…</source>
        <translation>Examinando…</translation>
    </message>
    <message>
        <source>The host is not connected.</source>
        <translation>El host no está conectado.</translation>
    </message>
    <message>
        <source>It has no disks.</source>
        <translation>No tiene discos.</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… y {count} más</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>CD drive</source>
        <translation>Unidad de CD</translation>
    </message>
    <message>
        <source>Floppy</source>
        <translation>Disquete</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>Bus</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacía</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>solo lectura</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Compartido con</translation>
    </message>
    <message>
        <source>Sizes are not known: {why}</source>
        <translation>No se conocen los tamaños: {why}</translation>
    </message>
</context>
<context>
    <name>ErrorDetails</name>
    <message>
        <source>Select an error to see what is known of it.</source>
        <translation>Seleccione un error para ver lo que se sabe de él.</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something failed that this program did not foresee.</source>
        <translation>Se produjo un error que este programa no tenía previsto.</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>La operación no funcionó.</translation>
    </message>
    <message>
        <source>That cannot be done.</source>
        <translation>Eso no se puede hacer.</translation>
    </message>
    <message>
        <source>This value cannot be used.</source>
        <translation>Este valor no se puede usar.</translation>
    </message>
    <message>
        <source>It is not there, or not any more.</source>
        <translation>No existe, o ya no existe.</translation>
    </message>
    <message>
        <source>It is taken, in use, or was changed meanwhile.</source>
        <translation>Está ocupado, en uso, o se modificó entretanto.</translation>
    </message>
    <message>
        <source>The department would have more than its quota allows.</source>
        <translation>El departamento tendría más de lo que permite su cuota.</translation>
    </message>
    <message>
        <source>The machine&apos;s state does not allow that.</source>
        <translation>El estado de la máquina no lo permite.</translation>
    </message>
    <message>
        <source>The machine was asked to shut down and still runs.</source>
        <translation>Se pidió a la máquina que se apagara y sigue en ejecución.</translation>
    </message>
    <message>
        <source>You may not do that.</source>
        <translation>No tiene permiso para hacer eso.</translation>
    </message>
    <message>
        <source>You must sign in to do that.</source>
        <translation>Debe iniciar sesión para hacer eso.</translation>
    </message>
    <message>
        <source>The e-mail address or the password is wrong.</source>
        <translation>La dirección de correo o la contraseña es incorrecta.</translation>
    </message>
    <message>
        <source>Too many sign-ins failed. Wait a while, then try again.</source>
        <translation>Fallaron demasiados inicios de sesión. Espere un rato e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Something outside this program failed.</source>
        <translation>Se produjo un error ajeno a este programa.</translation>
    </message>
    <message>
        <source>The host cannot be reached.</source>
        <translation>No se puede alcanzar el host.</translation>
    </message>
    <message>
        <source>The host&apos;s SSH key is not known.</source>
        <translation>No se conoce la clave SSH del host.</translation>
    </message>
    <message>
        <source>The host could not do it.</source>
        <translation>El host no pudo hacerlo.</translation>
    </message>
    <message>
        <source>The machine&apos;s screen cannot be shown.</source>
        <translation>La pantalla de la máquina no se puede mostrar.</translation>
    </message>
    <message>
        <source>The machine has no screen that this program can show.</source>
        <translation>La máquina no tiene ninguna pantalla que este programa pueda mostrar.</translation>
    </message>
    <message>
        <source>Nobody answers inside the machine.</source>
        <translation>Nadie responde dentro de la máquina.</translation>
    </message>
    <message>
        <source>The machine&apos;s agent did not answer in time.</source>
        <translation>El agente de la máquina no respondió a tiempo.</translation>
    </message>
    <message>
        <source>The machine&apos;s agent has fallen silent.</source>
        <translation>El agente de la máquina ha enmudecido.</translation>
    </message>
    <message>
        <source>A service inside the machine has failed.</source>
        <translation>Ha fallado un servicio dentro de la máquina.</translation>
    </message>
    <message>
        <source>The machine&apos;s system did not do it.</source>
        <translation>El sistema de la máquina no lo hizo.</translation>
    </message>
    <message>
        <source>The machine said something unreadable.</source>
        <translation>La máquina respondió algo ilegible.</translation>
    </message>
    <message>
        <source>The storage could not do it.</source>
        <translation>El almacenamiento no pudo hacerlo.</translation>
    </message>
    <message>
        <source>The program&apos;s database cannot be used.</source>
        <translation>No se puede usar la base de datos del programa.</translation>
    </message>
    <message>
        <source>A newer version of this program wrote the database.</source>
        <translation>Una versión más reciente de este programa escribió la base de datos.</translation>
    </message>
    <message>
        <source>The program&apos;s database cannot be written.</source>
        <translation>No se puede escribir en la base de datos del programa.</translation>
    </message>
    <message>
        <source>No room is left for the program&apos;s database.</source>
        <translation>No queda espacio para la base de datos del programa.</translation>
    </message>
    <message>
        <source>The keyring did not keep or give a password.</source>
        <translation>El llavero no guardó o no entregó una contraseña.</translation>
    </message>
    <message>
        <source>libvirt is not installed on the host, or never ran.</source>
        <translation>libvirt no está instalado en el host, o nunca se ha ejecutado.</translation>
    </message>
    <message>
        <source>libvirt does not run on the host.</source>
        <translation>libvirt no se está ejecutando en el host.</translation>
    </message>
    <message>
        <source>Your account may not use libvirt there.</source>
        <translation>Su cuenta no tiene permiso para usar libvirt allí.</translation>
    </message>
    <message>
        <source>QEMU is not installed on the host.</source>
        <translation>QEMU no está instalado en el host.</translation>
    </message>
    <message>
        <source>The OpenSSH client is not installed on this computer.</source>
        <translation>El cliente OpenSSH no está instalado en este equipo.</translation>
    </message>
    <message>
        <source>No way leads to the host.</source>
        <translation>No hay ninguna ruta hasta el host.</translation>
    </message>
    <message>
        <source>The host&apos;s SSH key is not known yet.</source>
        <translation>Aún no se conoce la clave SSH del host.</translation>
    </message>
    <message>
        <source>The host shows another SSH key than before.</source>
        <translation>El host muestra una clave SSH distinta de la anterior.</translation>
    </message>
    <message>
        <source>The host&apos;s certificate is not accepted.</source>
        <translation>No se acepta el certificado del host.</translation>
    </message>
    <message>
        <source>The host did not let you sign in.</source>
        <translation>El host no le permitió iniciar sesión.</translation>
    </message>
    <message>
        <source>libvirt on the host does not answer.</source>
        <translation>libvirt no responde en el host.</translation>
    </message>
    <message>
        <source>The host offers no virtualization (KVM).</source>
        <translation>El host no ofrece virtualización (KVM).</translation>
    </message>
    <message>
        <source>The host offers KVM, but machines cannot use it.</source>
        <translation>El host ofrece KVM, pero las máquinas no pueden usarlo.</translation>
    </message>
    <message>
        <source>The host has no UEFI firmware for machines.</source>
        <translation>El host no tiene firmware UEFI para máquinas.</translation>
    </message>
    <message>
        <source>The host has no TPM emulator.</source>
        <translation>El host no tiene emulador de TPM.</translation>
    </message>
    <message>
        <source>The host lacks the programs that virtual networks need.</source>
        <translation>Al host le faltan los programas que necesitan las redes virtuales.</translation>
    </message>
    <message>
        <source>The virtual network is not active.</source>
        <translation>La red virtual no está activa.</translation>
    </message>
    <message>
        <source>No keyring keeps passwords here.</source>
        <translation>No hay aquí ningún llavero que guarde contraseñas.</translation>
    </message>
    <message>
        <source>QEMU&apos;s account on the host cannot read the file.</source>
        <translation>La cuenta de QEMU en el host no puede leer el archivo.</translation>
    </message>
    <message>
        <source>The connection to the machine&apos;s screen broke.</source>
        <translation>Se cortó la conexión con la pantalla de la máquina.</translation>
    </message>
    <message>
        <source>The machine&apos;s screen does not answer.</source>
        <translation>La pantalla de la máquina no responde.</translation>
    </message>
    <message>
        <source>The machine&apos;s screen sent what makes no sense.</source>
        <translation>La pantalla de la máquina envió datos sin sentido.</translation>
    </message>
    <message>
        <source>The machine&apos;s screen refused the connection.</source>
        <translation>La pantalla de la máquina rechazó la conexión.</translation>
    </message>
    <message>
        <source>The screen&apos;s password is missing or wrong.</source>
        <translation>La contraseña de la pantalla falta o es incorrecta.</translation>
    </message>
    <message>
        <source>The connection to the machine&apos;s screen could not be made safe.</source>
        <translation>No se pudo proteger la conexión con la pantalla de la máquina.</translation>
    </message>
    <message>
        <source>The machine cannot be started now.</source>
        <translation>La máquina no se puede iniciar ahora.</translation>
    </message>
    <message>
        <source>The machine cannot be shut down now.</source>
        <translation>La máquina no se puede apagar ahora.</translation>
    </message>
    <message>
        <source>The machine cannot be rebooted now.</source>
        <translation>La máquina no se puede reiniciar ahora.</translation>
    </message>
    <message>
        <source>The machine cannot be reset now.</source>
        <translation>La máquina no se puede restablecer ahora.</translation>
    </message>
    <message>
        <source>The machine cannot be forced off now.</source>
        <translation>No se puede forzar el apagado de la máquina ahora.</translation>
    </message>
    <message>
        <source>The machine cannot be paused now.</source>
        <translation>La máquina no se puede pausar ahora.</translation>
    </message>
    <message>
        <source>The machine cannot be resumed now.</source>
        <translation>La máquina no se puede reanudar ahora.</translation>
    </message>
    <message>
        <source>The machine cannot be saved now.</source>
        <translation>El estado de la máquina no se puede guardar ahora.</translation>
    </message>
    <message>
        <source>The machine cannot be restored now.</source>
        <translation>La máquina no se puede restaurar ahora.</translation>
    </message>
    <message>
        <source>The machine cannot be renamed now.</source>
        <translation>No se puede cambiar el nombre de la máquina ahora.</translation>
    </message>
    <message>
        <source>No picture can be taken of the machine now.</source>
        <translation>No se puede tomar una captura de la máquina ahora.</translation>
    </message>
    <message>
        <source>The machine cannot be deleted now.</source>
        <translation>La máquina no se puede eliminar ahora.</translation>
    </message>
    <message>
        <source>A password has at least 12 characters.</source>
        <translation>Una contraseña tiene al menos 12 caracteres.</translation>
    </message>
    <message>
        <source>A password has at most 1,024 characters.</source>
        <translation>Una contraseña tiene como máximo 1.024 caracteres.</translation>
    </message>
    <message>
        <source>The password is too close to the person&apos;s name or address.</source>
        <translation>La contraseña se parece demasiado al nombre o la dirección de la persona.</translation>
    </message>
    <message>
        <source>The password is built from one of the most common passwords.</source>
        <translation>La contraseña se basa en una de las contraseñas más comunes.</translation>
    </message>
    <message>
        <source>The password is made of repeated, consecutive or neighbouring characters.</source>
        <translation>La contraseña está formada por caracteres repetidos, consecutivos o vecinos en el teclado.</translation>
    </message>
    <message>
        <source>The password is too easy to guess.</source>
        <translation>La contraseña es demasiado fácil de adivinar.</translation>
    </message>
    <message>
        <source>The new password is the present one.</source>
        <translation>La contraseña nueva es igual que la actual.</translation>
    </message>
</context>
<context>
    <name>ErrorsModel</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravedad</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué ocurrió</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
</context>
<context>
    <name>ErrorsTab</name>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>No errors</source>
        <translation>Sin errores</translation>
    </message>
    <message>
        <source>What goes wrong is kept here with the facts around it.</source>
        <translation>Aquí se guarda lo que falla, con los datos que lo rodean.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Borrar el filtro</translation>
    </message>
    <message>
        <source>No error matches</source>
        <translation>Ningún error coincide</translation>
    </message>
    <message>
        <source>Search for another word.</source>
        <translation>Busque otra palabra.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>The errors could not be read</source>
        <translation>No se pudieron leer los errores</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Elija una imagen</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>Imágenes ({patterns})</translation>
    </message>
</context>
<context>
    <name>FilePick</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Path on the host</source>
        <translation>Ruta en el host</translation>
    </message>
    <message>
        <source>Another path on the host…</source>
        <translation>Otra ruta en el host…</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
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
        <translation>Firmware UEFI</translation>
    </message>
    <message>
        <source>TPM emulator</source>
        <translation>Emulador de TPM</translation>
    </message>
    <message>
        <source>Network tools</source>
        <translation>Herramientas de red</translation>
    </message>
    <message>
        <source>libvirt of the system</source>
        <translation>libvirt del sistema</translation>
    </message>
    <message>
        <source>libvirt of your session</source>
        <translation>libvirt de su sesión</translation>
    </message>
    <message>
        <source>Virtual network</source>
        <translation>Red virtual</translation>
    </message>
    <message>
        <source>Hardware acceleration (KVM)</source>
        <translation>Aceleración por hardware (KVM)</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Llavero</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Could be better</source>
        <translation>Mejorable</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Necesario</translation>
    </message>
</context>
<context>
    <name>FirstDepartments</name>
    <message>
        <source>Departments</source>
        <translation>Departamentos</translation>
    </message>
    <message>
        <source>Machines belong to departments, and people see those of theirs. You may need no more than the one that is there already.</source>
        <translation>Las máquinas pertenecen a departamentos, y cada persona ve las de los suyos. Quizá no necesite más que el que ya existe.</translation>
    </message>
    <message>
        <source>Name of another department</source>
        <translation>Nombre de otro departamento</translation>
    </message>
    <message>
        <source>Add department</source>
        <translation>Añadir departamento</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
    <message>
        <source>Welcome to Infinibay Desktop</source>
        <translation>Le damos la bienvenida a Infinibay Desktop</translation>
    </message>
    <message>
        <source>Make, run and watch virtual machines on this computer and on others.</source>
        <translation>Cree, ejecute y vigile máquinas virtuales en este equipo y en otros.</translation>
    </message>
    <message>
        <source>Start on this computer</source>
        <translation>Empezar en este equipo</translation>
    </message>
    <message>
        <source>Uses the libvirt of this computer: the system&apos;s, or your session&apos;s where that does not answer. Nobody signs in.</source>
        <translation>Usa el libvirt de este equipo: el del sistema o, si este no responde, el de su sesión. Nadie inicia sesión.</translation>
    </message>
    <message>
        <source>Start with defaults</source>
        <translation>Empezar con valores predeterminados</translation>
    </message>
    <message>
        <source>Connect to another computer…</source>
        <translation>Conectar con otro equipo…</translation>
    </message>
    <message>
        <source>Use libvirt&apos;s demonstration instead</source>
        <translation>Usar la demostración de libvirt</translation>
    </message>
    <message>
        <source>Machines elsewhere</source>
        <translation>Máquinas en otro lugar</translation>
    </message>
    <message>
        <source>Reach libvirt on another computer by SSH or TLS.</source>
        <translation>Acceda a libvirt en otro equipo por SSH o TLS.</translation>
    </message>
    <message>
        <source>Just look around</source>
        <translation>Solo echar un vistazo</translation>
    </message>
    <message>
        <source>A simulated host: nothing on it is real, and it forgets everything when the program ends.</source>
        <translation>Un host simulado: nada en él es real y lo olvida todo al cerrar el programa.</translation>
    </message>
    <message>
        <source>Who may use it</source>
        <translation>Quién puede usarlo</translation>
    </message>
    <message>
        <source>Set up an administrator…</source>
        <translation>Configurar un administrador…</translation>
    </message>
    <message>
        <source>{name} signs in with {email}.</source>
        <translation>{name} inicia sesión con {email}.</translation>
    </message>
    <message>
        <source>Nobody signs in on this computer: whoever uses your account here can do everything in this program. You can keep it so while you are alone, and set up an administrator with a password now or later.</source>
        <translation>Nadie inicia sesión en este equipo: quien use su cuenta aquí puede hacer todo en este programa. Puede dejarlo así mientras lo use solo usted, y configurar un administrador con contraseña ahora o más tarde.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Volver a examinar</translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation>Examinando este equipo…</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be mended before machines can run here.</source>
        <translation>
            <numerusform>Hay que corregir %n cosa antes de poder ejecutar máquinas aquí.</numerusform>
            <numerusform>Hay que corregir %n cosas antes de poder ejecutar máquinas aquí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Machines can run here. %n thing(s) could be better; that can wait.</source>
        <translation>
            <numerusform>Aquí se pueden ejecutar máquinas. %n cosa se puede mejorar; eso puede esperar.</numerusform>
            <numerusform>Aquí se pueden ejecutar máquinas. %n cosas se pueden mejorar; eso puede esperar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything that machines need is here.</source>
        <translation>Aquí está todo lo que necesitan las máquinas.</translation>
    </message>
    <message>
        <source>the SQLite file %1</source>
        <translation>el archivo SQLite %1</translation>
    </message>
    <message>
        <source>the database %1</source>
        <translation>la base de datos %1</translation>
    </message>
    <message>
        <source>What the program notes is kept in %1.</source>
        <translation>Lo que anota el programa se guarda en %1.</translation>
    </message>
    <message>
        <source>Could not begin</source>
        <translation>No se pudo empezar</translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>Forget &apos;{name}&apos;?</source>
        <translation>¿Olvidar «{name}»?</translation>
    </message>
    <message>
        <source>The program forgets how to reach this host. Machines that leave the list: {count}.</source>
        <translation>El programa olvida cómo llegar a este host. Máquinas que dejan la lista: {count}.</translation>
    </message>
    <message>
        <source>Nothing on the host changes: its machines, disks and networks stay as they are. It can be added again at any time.</source>
        <translation>En el host no cambia nada: sus máquinas, discos y redes se conservan tal como están. Se puede volver a añadir en cualquier momento.</translation>
    </message>
    <message>
        <source>Forget host</source>
        <translation>Olvidar host</translation>
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
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>a day ago</source>
        <translation>hace un día</translation>
    </message>
    <message>
        <source>an hour ago</source>
        <translation>hace una hora</translation>
    </message>
    <message>
        <source>{count} hours ago</source>
        <translation>hace {count} horas</translation>
    </message>
    <message>
        <source>{count} minutes ago</source>
        <translation>hace {count} minutos</translation>
    </message>
    <message>
        <source>a minute ago</source>
        <translation>hace un minuto</translation>
    </message>
</context>
<context>
    <name>FullScreenBar</name>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Send key</source>
        <translation>Enviar tecla</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Salir de pantalla completa</translation>
    </message>
</context>
<context>
    <name>Guest</name>
    <message>
        <source>running</source>
        <translation>en ejecución</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminado</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>iniciándose</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>deteniéndose</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenido</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>when needed</source>
        <translation>cuando hace falta</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>manual</translation>
    </message>
    <message>
        <source>The agent is silent</source>
        <translation>El agente está en silencio</translation>
    </message>
    <message>
        <source>The agent is silent; it last spoke {when}</source>
        <translation>El agente está en silencio; habló por última vez {when}</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} d {hours} h</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{name}, ended</source>
        <translation>{name}, terminado</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paquete</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>Más reciente</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Instalado</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Mounted at</source>
        <translation>Montado en</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Lleno</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Usado</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Arquitectura</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Runs for</source>
        <translation>Tiempo en marcha</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Interface {name}</source>
        <translation>Interfaz {name}</translation>
    </message>
</context>
<context>
    <name>GuestPart</name>
    <message>
        <source>Ask again</source>
        <translation>Preguntar de nuevo</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Preguntando…</translation>
    </message>
    <message>
        <source>It shows here once the agent talks.</source>
        <translation>Se muestra aquí en cuanto el agente responda.</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Aún no se sabe nada.</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} de {total}</translation>
    </message>
    <message>
        <source>There is nothing.</source>
        <translation>No hay nada.</translation>
    </message>
    <message>
        <source>{total} in all</source>
        <translation>{total} en total</translation>
    </message>
    <message>
        <source>There are more than are shown.</source>
        <translation>Hay más de los que se muestran.</translation>
    </message>
    <message>
        <source>Told by the QEMU guest agent.</source>
        <translation>Según el agente invitado de QEMU.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Filter: {list}</source>
        <translation>Filtrar: {list}</translation>
    </message>
</context>
<context>
    <name>GuestTab</name>
    <message>
        <source>Inside the machine</source>
        <translation>Dentro de la máquina</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Procesos</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Paquetes</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Usuarios</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Discos</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Could not add the channel to &apos;{machine}&apos;</source>
        <translation>No se pudo añadir el canal a «{machine}»</translation>
    </message>
    <message>
        <source>Could not take over the agent of &apos;{machine}&apos;</source>
        <translation>No se pudo tomar el control del agente de «{machine}»</translation>
    </message>
    <message>
        <source>Could not reach the agent of &apos;{machine}&apos;</source>
        <translation>No se pudo alcanzar el agente de «{machine}»</translation>
    </message>
    <message>
        <source>&apos;{machine}&apos; has the channel</source>
        <translation>«{machine}» tiene el canal</translation>
    </message>
    <message>
        <source>It can be used from the machine&apos;s next start.</source>
        <translation>Se puede usar desde el próximo inicio de la máquina.</translation>
    </message>
</context>
<context>
    <name>GuestTroubles</name>
    <message>
        <source>Activity shows all of them.</source>
        <translation>La actividad los muestra todos.</translation>
    </message>
    <message>
        <source>Several machines need a look</source>
        <translation>Conviene revisar varias máquinas</translation>
    </message>
</context>
<context>
    <name>GuestWork</name>
    <message>
        <source>It was cut short.</source>
        <translation>Se interrumpió.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Se canceló.</translation>
    </message>
</context>
<context>
    <name>HardwareTab</name>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Procesadores</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Start it with its host</source>
        <translation>Iniciarla con su host</translation>
    </message>
    <message>
        <source>Takes effect at once: it starts whenever libvirt does on its host.</source>
        <translation>Surte efecto de inmediato: se inicia siempre que libvirt se inicie en su host.</translation>
    </message>
    <message>
        <source>The host has {n}.</source>
        <translation>El host tiene {n}.</translation>
    </message>
    <message>
        <source>The host has {size}.</source>
        <translation>El host tiene {size}.</translation>
    </message>
    <message>
        <source>You may not change the hardware of this machine.</source>
        <translation>No tiene permiso para cambiar el hardware de esta máquina.</translation>
    </message>
    <message>
        <source>A transient machine keeps the size that it was started with.</source>
        <translation>Una máquina transitoria conserva el tamaño con el que se inició.</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Surte efecto en el próximo inicio.</translation>
    </message>
    <message>
        <source>It runs with {vcpus} vCPUs and {memory} until its next start.</source>
        <translation>Funciona con {vcpus} vCPU y {memory} hasta su próximo inicio.</translation>
    </message>
    <message>
        <source>It is running: a change takes effect at its next start, not at a reboot.</source>
        <translation>Está en ejecución: los cambios surten efecto en su próximo inicio, no al reiniciarla.</translation>
    </message>
    <message>
        <source>Could not change when it starts</source>
        <translation>No se pudo cambiar cuándo se inicia</translation>
    </message>
</context>
<context>
    <name>HostActs</name>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Desconectar</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Test connection…</source>
        <translation>Probar conexión…</translation>
    </message>
    <message>
        <source>New machine…</source>
        <translation>Nueva máquina…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>Stop trying</source>
        <translation>Dejar de intentar</translation>
    </message>
</context>
<context>
    <name>HostCard</name>
    <message>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <source>Memory of running machines</source>
        <translation>Memoria de las máquinas en ejecución</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation>
            <numerusform>%n máquina</numerusform>
            <numerusform>%n máquinas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n en ejecución</numerusform>
            <numerusform>%n en ejecución</numerusform>
        </translation>
    </message>
    <message>
        <source>No machines</source>
        <translation>Sin máquinas</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>Próximo intento a las %1.</translation>
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
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>What machines can have</source>
        <translation>Lo que pueden tener las máquinas</translation>
    </message>
    <message>
        <source>As last seen; the host is not connected.</source>
        <translation>Último estado conocido; el host no está conectado.</translation>
    </message>
</context>
<context>
    <name>HostDialog</name>
    <message>
        <source>Connection test</source>
        <translation>Prueba de conexión</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Probar conexión</translation>
    </message>
    <message>
        <source>The test did not pass. The host can be stored all the same.</source>
        <translation>La prueba no se superó. De todos modos, el host se puede guardar.</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Guardar de todos modos</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>Añadir host</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>Detener la prueba</translation>
    </message>
</context>
<context>
    <name>HostForm</name>
    <message>
        <source>Default</source>
        <translation>Predeterminada</translation>
    </message>
    <message>
        <source>Of the whole computer (system)</source>
        <translation>De todo el equipo (sistema)</translation>
    </message>
    <message>
        <source>Of the account alone (session)</source>
        <translation>Solo de la cuenta (sesión)</translation>
    </message>
    <message>
        <source>As your SSH configuration says</source>
        <translation>Según su configuración de SSH</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>libvirt&apos;s own example</source>
        <translation>El ejemplo propio de libvirt</translation>
    </message>
    <message>
        <source>Connect when the program starts</source>
        <translation>Conectar al iniciar el programa</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Dónde está</translation>
    </message>
    <message>
        <source>Host name or address</source>
        <translation>Nombre o dirección del host</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Empty: as SSH is configured.</source>
        <translation>Vacío: según la configuración de SSH.</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Archivo de clave</translation>
    </message>
    <message>
        <source>Known hosts file</source>
        <translation>Archivo de hosts conocidos</translation>
    </message>
    <message>
        <source>Jump host</source>
        <translation>Host de salto</translation>
    </message>
    <message>
        <source>Such as user@gateway:22.</source>
        <translation>Por ejemplo, user@gateway:22.</translation>
    </message>
    <message>
        <source>Which machines</source>
        <translation>Qué máquinas</translation>
    </message>
    <message>
        <source>XML file</source>
        <translation>Archivo XML</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Acceleration</source>
        <translation>Aceleración</translation>
    </message>
    <message>
        <source>Automatic takes KVM where it works.</source>
        <translation>En automático se usa KVM donde funciona.</translation>
    </message>
    <message>
        <source>Or type a URI</source>
        <translation>O escriba un URI</translation>
    </message>
    <message>
        <source>Choose a private key</source>
        <translation>Elija una clave privada</translation>
    </message>
    <message>
        <source>Choose a file of known hosts</source>
        <translation>Elija un archivo de hosts conocidos</translation>
    </message>
    <message>
        <source>Choose a libvirt test file</source>
        <translation>Elija un archivo de prueba de libvirt</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
</context>
<context>
    <name>Hosts</name>
    <message>
        <source>Waits</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>En curso…</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Superada</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallida</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>No intentada</translation>
    </message>
    <message>
        <source>Reach the host</source>
        <translation>Alcanzar el host</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>Clave del host</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Inicio de sesión</translation>
    </message>
    <message>
        <source>libvirt&apos;s socket</source>
        <translation>Socket de libvirt</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Permiso</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>Capacidad</translation>
    </message>
    <message>
        <source>This computer (system)</source>
        <translation>Este equipo (sistema)</translation>
    </message>
    <message>
        <source>This computer (session)</source>
        <translation>Este equipo (sesión)</translation>
    </message>
    <message>
        <source>Another computer over SSH</source>
        <translation>Otro equipo por SSH</translation>
    </message>
    <message>
        <source>Another computer over TLS</source>
        <translation>Otro equipo por TLS</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>Demostración</translation>
    </message>
    <message>
        <source>Machines of the whole computer. Your account must be allowed to use libvirt.</source>
        <translation>Las máquinas de todo el equipo. Su cuenta debe tener permiso para usar libvirt.</translation>
    </message>
    <message>
        <source>Machines of your account alone. Needs no rights, and has simpler networks.</source>
        <translation>Solo las máquinas de su cuenta. No necesita permisos y tiene redes más sencillas.</translation>
    </message>
    <message>
        <source>Signs in with a key; passwords are not asked for. One SSH session serves all.</source>
        <translation>Inicia sesión con una clave; no se piden contraseñas. Una sesión SSH sirve para todo.</translation>
    </message>
    <message>
        <source>Needs libvirt&apos;s certificates on both computers.</source>
        <translation>Necesita los certificados de libvirt en ambos equipos.</translation>
    </message>
    <message>
        <source>Pretended machines to try the program with. Nothing really runs.</source>
        <translation>Máquinas simuladas para probar el programa. Nada se ejecuta de verdad.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>1 machine</source>
        <translation>1 máquina</translation>
    </message>
    <message>
        <source>%n machines</source>
        <translation>%n máquinas</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Procesadores</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Hypervisor</source>
        <translation>Hipervisor</translation>
    </message>
    <message>
        <source>libvirt</source>
        <translation>libvirt</translation>
    </message>
    <message>
        <source>Machines run with</source>
        <translation>Las máquinas usan</translation>
    </message>
    <message>
        <source>Active networks</source>
        <translation>Redes activas</translation>
    </message>
    <message>
        <source>KVM</source>
        <translation>KVM</translation>
    </message>
    <message>
        <source>Emulation</source>
        <translation>Emulación</translation>
    </message>
    <message>
        <source>UEFI</source>
        <translation>UEFI</translation>
    </message>
    <message>
        <source>Secure Boot</source>
        <translation>Arranque seguro</translation>
    </message>
    <message>
        <source>TPM</source>
        <translation>TPM</translation>
    </message>
    <message>
        <source>Network filters</source>
        <translation>Filtros de red</translation>
    </message>
    <message>
        <source>{total} ms in all</source>
        <translation>{total} ms en total</translation>
    </message>
    <message>
        <source>{total} ms in all, {mean} ms a use</source>
        <translation>{total} ms en total, {mean} ms por uso</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abiertas</translation>
    </message>
    <message>
        <source>{open} of {limit}</source>
        <translation>{open} de {limit}</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Ocupadas</translation>
    </message>
    <message>
        <source>Waiting for one</source>
        <translation>Esperando una</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Usos</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Espera</translation>
    </message>
    <message>
        <source>Most processors</source>
        <translation>Máximo de procesadores</translation>
    </message>
    <message>
        <source>Machine type</source>
        <translation>Tipo de máquina</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Pantallas</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Disk buses</source>
        <translation>Buses de disco</translation>
    </message>
    <message>
        <source>KVM works</source>
        <translation>KVM funciona</translation>
    </message>
    <message>
        <source>no KVM here</source>
        <translation>sin KVM aquí</translation>
    </message>
    <message>
        <source>The host does not list them</source>
        <translation>El host no los enumera</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Next try now</source>
        <translation>Próximo intento ahora</translation>
    </message>
    <message>
        <source>Next try in {seconds} s</source>
        <translation>Próximo intento en {seconds} s</translation>
    </message>
    <message>
        <source>No machines</source>
        <translation>Sin máquinas</translation>
    </message>
    <message>
        <source>%n running</source>
        <translation>%n en ejecución</translation>
    </message>
    <message>
        <source>%n paused</source>
        <translation>%n en pausa</translation>
    </message>
    <message>
        <source>%n off</source>
        <translation>%n sin iniciar</translation>
    </message>
    <message>
        <source>%n in another state</source>
        <translation>%n en otro estado</translation>
    </message>
    <message>
        <source>through {jump}</source>
        <translation>a través de {jump}</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>Añadir host</translation>
    </message>
    <message>
        <source>Edit &apos;{name}&apos;</source>
        <translation>Editar «{name}»</translation>
    </message>
    <message>
        <source>Acceleration: {way}</source>
        <translation>Aceleración: {way}</translation>
    </message>
</context>
<context>
    <name>HostsPage</name>
    <message>
        <source>Add host…</source>
        <translation>Añadir host…</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>No host yet</source>
        <translation>Aún no hay ningún host</translation>
    </message>
    <message>
        <source>A host is a computer that runs machines with libvirt: this one, another one that you reach over SSH or TLS, or a demonstration to try the program with.</source>
        <translation>Un host es un equipo que ejecuta máquinas con libvirt: este, otro al que se accede por SSH o TLS, o una demostración para probar el programa.</translation>
    </message>
    <message>
        <source>Could not read the list of hosts</source>
        <translation>No se pudo leer la lista de hosts</translation>
    </message>
</context>
<context>
    <name>InstallAgent</name>
    <message>
        <source>Install the agent in &apos;{name}&apos;</source>
        <translation>Instalar el agente en «{name}»</translation>
    </message>
</context>
<context>
    <name>InstallAgentDialog</name>
    <message>
        <source>Where QEMU&apos;s guest agent answers, it does the installation. Elsewhere a CD with the agent goes into the machine&apos;s drive, and one line is typed in the machine.</source>
        <translation>Donde responde el agente invitado de QEMU, él hace la instalación. En los demás casos, se introduce un CD con el agente en la unidad de la máquina y se escribe una línea en ella.</translation>
    </message>
    <message>
        <source>Type one line in the machine</source>
        <translation>Escriba una línea en la máquina</translation>
    </message>
    <message>
        <source>Or fetch it over the network</source>
        <translation>O descárguelo por la red</translation>
    </message>
    <message>
        <source>Open console</source>
        <translation>Abrir consola</translation>
    </message>
    <message>
        <source>Take the CD out</source>
        <translation>Retirar el CD</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <source>The agent is brought to the machine…</source>
        <translation>Llevando el agente a la máquina…</translation>
    </message>
    <message>
        <source>Install the agent in &apos;{name}&apos;</source>
        <translation>Instalar el agente en «{name}»</translation>
    </message>
    <message>
        <source>It was cut short.</source>
        <translation>Se interrumpió.</translation>
    </message>
    <message>
        <source>There is another CD in the machine&apos;s drive: {name}.</source>
        <translation>Hay otro CD en la unidad de la máquina: {name}.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Sustituirlo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>QEMU&apos;s guest agent did not do it: {why}</source>
        <translation>El agente invitado de QEMU no lo hizo: {why}</translation>
    </message>
    <message>
        <source>QEMU&apos;s guest agent installed version {version}.</source>
        <translation>El agente invitado de QEMU instaló la versión {version}.</translation>
    </message>
    <message>
        <source>The machine lacked a CD drive or the agent&apos;s channel. It has them once it was shut down and started: a restart from inside is not enough.</source>
        <translation>A la máquina le faltaba una unidad de CD o el canal del agente. Los tendrá una vez que se apague y se inicie: no basta con reiniciarla desde dentro.</translation>
    </message>
    <message>
        <source>The CD is in its drive. Start the machine, then type the line.</source>
        <translation>El CD está en su unidad. Inicie la máquina y escriba después la línea.</translation>
    </message>
    <message>
        <source>The CD with version {version} is in the machine&apos;s drive.</source>
        <translation>El CD con la versión {version} está en la unidad de la máquina.</translation>
    </message>
    <message>
        <source>Linux (root leaves out sudo):</source>
        <translation>Linux (root omite sudo):</translation>
    </message>
    <message>
        <source>Windows, as administrator (D: is the CD drive):</source>
        <translation>Windows, como administrador (D: es la unidad de CD):</translation>
    </message>
    <message>
        <source>Linux:</source>
        <translation>Linux:</translation>
    </message>
    <message>
        <source>Windows, in PowerShell as administrator:</source>
        <translation>Windows, en PowerShell como administrador:</translation>
    </message>
    <message>
        <source>The agent is installed, and its CD is out again.</source>
        <translation>El agente está instalado y su CD ya se ha retirado.</translation>
    </message>
    <message>
        <source>The CD is out of the drive.</source>
        <translation>El CD se ha retirado de la unidad.</translation>
    </message>
</context>
<context>
    <name>KeyPanel</name>
    <message>
        <source>Do you know this key?</source>
        <translation>¿Conoce esta clave?</translation>
    </message>
    <message>
        <source>Trust this key</source>
        <translation>Confiar en esta clave</translation>
    </message>
    <message>
        <source>The host shows this key for the first time. Compare it with the key that the host itself prints; run this on the host, not through this connection:</source>
        <translation>El host muestra esta clave por primera vez. Compárela con la clave que muestra el propio host; ejecute esto en el host, no a través de esta conexión:</translation>
    </message>
    <message>
        <source>Trust it only if both are the same.</source>
        <translation>Confíe en ella solo si ambas son iguales.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
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
        <translation>Ocho curvas como máximo: desactive antes otra.</translation>
    </message>
</context>
<context>
    <name>LiveChart</name>
    <message>
        <source>Show all metrics</source>
        <translation>Mostrar todas las métricas</translation>
    </message>
    <message>
        <source>{value}, host</source>
        <translation>{value}, host</translation>
    </message>
</context>
<context>
    <name>MachineActions</name>
    <message>
        <source>Shut down</source>
        <translation>Apagar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Open console</source>
        <translation>Abrir consola</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>Start with host</source>
        <translation>Iniciar con el host</translation>
    </message>
    <message>
        <source>Take screenshot…</source>
        <translation>Tomar captura de pantalla…</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Copiar nombre</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>Copiar ID</translation>
    </message>
    <message>
        <source>Copy XML</source>
        <translation>Copiar XML</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Propiedades</translation>
    </message>
    <message>
        <source>Open in own window</source>
        <translation>Abrir en ventana propia</translation>
    </message>
</context>
<context>
    <name>MachineActs</name>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Could not start &apos;{name}&apos;</source>
        <translation>No se pudo iniciar «{name}»</translation>
    </message>
    <message>
        <source>{count} will start</source>
        <translation>Se inician: {count}</translation>
    </message>
    <message>
        <source>{count} already running</source>
        <translation>Ya en ejecución: {count}</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>Apagar</translation>
    </message>
    <message>
        <source>Could not shut down &apos;{name}&apos;</source>
        <translation>No se pudo apagar «{name}»</translation>
    </message>
    <message>
        <source>{count} will be asked to shut down</source>
        <translation>Se les pide apagarse: {count}</translation>
    </message>
    <message>
        <source>{count} already off</source>
        <translation>Ya apagadas: {count}</translation>
    </message>
    <message>
        <source>Its system ends all programs and switches off.</source>
        <translation>Su sistema cierra todos los programas y se apaga.</translation>
    </message>
    <message>
        <source>Reboot</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Could not reboot &apos;{name}&apos;</source>
        <translation>No se pudo reiniciar «{name}»</translation>
    </message>
    <message>
        <source>{count} will be asked to restart</source>
        <translation>Se les pide reiniciarse: {count}</translation>
    </message>
    <message>
        <source>Its system ends all programs and starts again.</source>
        <translation>Su sistema cierra todos los programas y vuelve a iniciarse.</translation>
    </message>
    <message>
        <source>Force reset</source>
        <translation>Forzar restablecimiento</translation>
    </message>
    <message>
        <source>Could not reset &apos;{name}&apos;</source>
        <translation>No se pudo restablecer «{name}»</translation>
    </message>
    <message>
        <source>{count} will restart at once</source>
        <translation>Se restablecen de inmediato: {count}</translation>
    </message>
    <message>
        <source>It restarts at once, as if its reset button was pressed. Unsaved work is lost, and its file systems may need repair.</source>
        <translation>Se reinicia de inmediato, como si se hubiera pulsado su botón de restablecimiento. Se pierde el trabajo no guardado y sus sistemas de archivos pueden necesitar reparación.</translation>
    </message>
    <message>
        <source>Force off</source>
        <translation>Forzar apagado</translation>
    </message>
    <message>
        <source>Could not force off &apos;{name}&apos;</source>
        <translation>No se pudo forzar el apagado de «{name}»</translation>
    </message>
    <message>
        <source>{count} will lose power</source>
        <translation>Se quedan sin alimentación: {count}</translation>
    </message>
    <message>
        <source>Its power is cut, as if its plug was pulled. Unsaved work is lost, and its file systems may need repair.</source>
        <translation>Se corta su alimentación, como si se hubiera desenchufado. Se pierde el trabajo no guardado y sus sistemas de archivos pueden necesitar reparación.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Could not pause &apos;{name}&apos;</source>
        <translation>No se pudo pausar «{name}»</translation>
    </message>
    <message>
        <source>{count} will pause</source>
        <translation>Se pausan: {count}</translation>
    </message>
    <message>
        <source>{count} already paused</source>
        <translation>Ya en pausa: {count}</translation>
    </message>
    <message>
        <source>Its processors stop until it is resumed; it keeps its memory.</source>
        <translation>Sus procesadores se detienen hasta que se reanude; conserva su memoria.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Could not resume &apos;{name}&apos;</source>
        <translation>No se pudo reanudar «{name}»</translation>
    </message>
    <message>
        <source>{count} will resume</source>
        <translation>Se reanudan: {count}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar estado</translation>
    </message>
    <message>
        <source>Could not save &apos;{name}&apos;</source>
        <translation>No se pudo guardar el estado de «{name}»</translation>
    </message>
    <message>
        <source>{count} will be saved</source>
        <translation>Se guardan: {count}</translation>
    </message>
    <message>
        <source>{count} already saved</source>
        <translation>Ya guardadas: {count}</translation>
    </message>
    <message>
        <source>Its memory is written to the host&apos;s disk, and it stops.</source>
        <translation>Su memoria se escribe en el disco del host y se detiene.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Could not restore &apos;{name}&apos;</source>
        <translation>No se pudo restaurar «{name}»</translation>
    </message>
    <message>
        <source>{count} will go on from the saved state</source>
        <translation>Continúan desde el estado guardado: {count}</translation>
    </message>
    <message>
        <source>it is running</source>
        <translation>está en ejecución</translation>
    </message>
    <message>
        <source>it is paused</source>
        <translation>está en pausa</translation>
    </message>
    <message>
        <source>it is shutting down</source>
        <translation>se está apagando</translation>
    </message>
    <message>
        <source>it is shut off</source>
        <translation>está apagada</translation>
    </message>
    <message>
        <source>it is saved</source>
        <translation>está guardada</translation>
    </message>
    <message>
        <source>it has crashed</source>
        <translation>ha fallado</translation>
    </message>
    <message>
        <source>it sleeps</source>
        <translation>está suspendida</translation>
    </message>
    <message>
        <source>it is being created</source>
        <translation>se está creando</translation>
    </message>
    <message>
        <source>it is being deleted</source>
        <translation>se está eliminando</translation>
    </message>
    <message>
        <source>its state is not known</source>
        <translation>su estado es desconocido</translation>
    </message>
    <message>
        <source>its host is not connected</source>
        <translation>su host no está conectado</translation>
    </message>
    <message>
        <source>it is transient, its definition ends with it</source>
        <translation>es transitoria, su definición termina con ella</translation>
    </message>
    <message>
        <source>{count} you may not</source>
        <translation>Sin permiso: {count}</translation>
    </message>
    <message>
        <source>{count} cannot: {why}</source>
        <translation>No es posible: {count} ({why})</translation>
    </message>
    <message>
        <source>{count} cannot</source>
        <translation>No es posible: {count}</translation>
    </message>
    <message>
        <source>You may not do this to it</source>
        <translation>No tiene permiso para hacerle esto</translation>
    </message>
    <message>
        <source>Nothing to do: {why}</source>
        <translation>Nada que hacer: {why}</translation>
    </message>
    <message>
        <source>Cannot: {why}</source>
        <translation>No es posible: {why}</translation>
    </message>
    <message>
        <source>{act}: {count} machines</source>
        <translation>{act}: {count} máquinas</translation>
    </message>
    <message>
        <source>{count} done</source>
        <translation>Hechas: {count}</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>Con error: {count}</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>Omitidas: {count}</translation>
    </message>
    <message>
        <source>{act}: {count} of {total} failed</source>
        <translation>{act}: con error {count} de {total}</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Máquina</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>{act} &apos;{name}&apos;?</source>
        <translation>¿{act}: «{name}»?</translation>
    </message>
    <message>
        <source>Rename &apos;{name}&apos;</source>
        <translation>Cambiar el nombre de «{name}»</translation>
    </message>
    <message>
        <source>Screen of &apos;{name}&apos;</source>
        <translation>Pantalla de «{name}»</translation>
    </message>
</context>
<context>
    <name>MachineAsking</name>
    <message>
        <source>Start with host</source>
        <translation>Iniciar con el host</translation>
    </message>
    <message>
        <source>Do not start with host</source>
        <translation>No iniciar con el host</translation>
    </message>
    <message>
        <source>Could not change when &apos;{name}&apos; starts</source>
        <translation>No se pudo cambiar cuándo se inicia «{name}»</translation>
    </message>
    <message>
        <source>Could not take a picture of &apos;{name}&apos;</source>
        <translation>No se pudo tomar una captura de «{name}»</translation>
    </message>
    <message>
        <source>Could not read the definition</source>
        <translation>No se pudo leer la definición</translation>
    </message>
    <message>
        <source>{act}: {count} machines</source>
        <translation>{act}: {count} máquinas</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Could not delete &apos;{name}&apos;</source>
        <translation>No se pudo eliminar «{name}»</translation>
    </message>
    <message>
        <source>The picture was saved</source>
        <translation>La captura se guardó</translation>
    </message>
    <message>
        <source>Could not save the picture</source>
        <translation>No se pudo guardar la captura</translation>
    </message>
</context>
<context>
    <name>MachineDetailsPane</name>
    <message>
        <source>No machine selected</source>
        <translation>Sin selección</translation>
    </message>
    <message>
        <source>Select a machine to see its figures, its screen and its parts.</source>
        <translation>Seleccione una máquina para ver sus cifras, pantalla y componentes.</translation>
    </message>
    <message>
        <source>This machine is gone</source>
        <translation>La máquina ya no existe</translation>
    </message>
    <message>
        <source>About the machine</source>
        <translation>Acerca de la máquina</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Invitado</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Consola</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Discos</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; was deleted, or its definition was removed from its host.</source>
        <translation>«{name}» se eliminó, o su definición se quitó de su host.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; was deleted, or you may not see it any more.</source>
        <translation>«{name}» se eliminó, o ya no tiene permiso para verla.</translation>
    </message>
</context>
<context>
    <name>MachineList</name>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Departamento</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
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
        <translation>Memoria</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Autostart</source>
        <translation>Autoinicio</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>{state}, stale since {time}</source>
        <translation>{state}, sin datos nuevos desde {time}</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>{figure} unknown</source>
        <translation>{figure}: desconocido</translation>
    </message>
    <message>
        <source>No agent has spoken</source>
        <translation>No ha hablado ningún agente</translation>
    </message>
    <message>
        <source>No department</source>
        <translation>Sin departamento</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>Sin propietario</translation>
    </message>
    <message>
        <source>Read {read}, written {written}</source>
        <translation>Leído {read}, escrito {written}</translation>
    </message>
    <message>
        <source>Received {received}, sent {sent}</source>
        <translation>Recibido {received}, enviado {sent}</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Ordenar por</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Columnas habituales</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Ascendente</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Descendente</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Máquinas</translation>
    </message>
    <message>
        <source>Stale since {time}</source>
        <translation>Sin datos desde {time}</translation>
    </message>
    <message>
        <source>Machines as tiles</source>
        <translation>Máquinas como mosaicos</translation>
    </message>
</context>
<context>
    <name>MachineWindow</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>MachineWork</name>
    <message>
        <source>It was cut short.</source>
        <translation>Se interrumpió.</translation>
    </message>
    <message>
        <source>Asked; waiting for its system</source>
        <translation>Solicitado; esperando a su sistema</translation>
    </message>
    <message>
        <source>{act} &apos;{name}&apos;</source>
        <translation>{act}: «{name}»</translation>
    </message>
</context>
<context>
    <name>MachinesCard</name>
    <message>
        <source>Machines</source>
        <translation>Máquinas</translation>
    </message>
    <message>
        <source>It has no machines. Move some to it in the list of machines.</source>
        <translation>No tiene máquinas. Mueva alguna aquí desde la lista de máquinas.</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… y {count} más</translation>
    </message>
    <message>
        <source>Machines of the department</source>
        <translation>Máquinas del departamento</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
</context>
<context>
    <name>MachinesPage</name>
    <message>
        <source>New machine</source>
        <translation>Nueva máquina</translation>
    </message>
    <message>
        <source>No machines yet</source>
        <translation>Aún no hay máquinas</translation>
    </message>
    <message>
        <source>Machines that you make, and those that your hosts have, are listed here.</source>
        <translation>Aquí se muestran las máquinas que cree y las que ya tienen sus hosts.</translation>
    </message>
    <message>
        <source>No machine matches</source>
        <translation>Ninguna máquina coincide</translation>
    </message>
    <message>
        <source>The filter takes words and marks such as state:running, dept:sales, owner:me, host:name or cpu&gt;80; a minus before one turns it round.</source>
        <translation>El filtro admite palabras y marcas como state:running, dept:sales, owner:me, host:name o cpu&gt;80; un signo menos delante invierte su sentido.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Borrar el filtro</translation>
    </message>
    <message>
        <source>Columns and order</source>
        <translation>Columnas y orden</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Mostrar u ocultar los detalles</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Máquinas</translation>
    </message>
    <message>
        <source>Filter: web state:running</source>
        <translation>Filtrar: web state:running</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation>
            <numerusform>%n máquina</numerusform>
            <numerusform>%n máquinas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n machine(s)</source>
        <translation>
            <numerusform>{shown} de %n máquina</numerusform>
            <numerusform>{shown} de %n máquinas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Machine</source>
        <translation>&amp;Máquina</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
</context>
<context>
    <name>MemberDialog</name>
    <message>
        <source>Members see the department&apos;s machines. Administrators also do everything with them, and choose its people.</source>
        <translation>Los miembros ven las máquinas del departamento. Los administradores, además, pueden hacer todo con ellas y eligen a sus personas.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
</context>
<context>
    <name>MembersCard</name>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Nobody is in it yet.</source>
        <translation>Aún no hay nadie.</translation>
    </message>
    <message>
        <source>People of the department</source>
        <translation>Personas del departamento</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Add person…</source>
        <translation>Añadir persona…</translation>
    </message>
    <message>
        <source>Make administrator</source>
        <translation>Hacer administrador</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Make member</source>
        <translation>Hacer miembro</translation>
    </message>
</context>
<context>
    <name>MessagePage</name>
    <message>
        <source>Password of the screen</source>
        <translation>Contraseña de la pantalla</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
</context>
<context>
    <name>MetricChart</name>
    <message>
        <source>No figures in this time.</source>
        <translation>No hay cifras en este intervalo.</translation>
    </message>
    <message>
        <source>{name}: {value} ({low} to {high})</source>
        <translation>{name}: {value} (de {low} a {high})</translation>
    </message>
    <message>
        <source>{value}, host</source>
        <translation>{value}, host</translation>
    </message>
</context>
<context>
    <name>MetricsPage</name>
    <message>
        <source>Choose none</source>
        <translation>No elegir ninguna</translation>
    </message>
    <message>
        <source>Machines to compare</source>
        <translation>Máquinas que comparar</translation>
    </message>
    <message>
        <source>Compared figure</source>
        <translation>Cifra comparada</translation>
    </message>
    <message>
        <source>Compare machines</source>
        <translation>Comparar máquinas</translation>
    </message>
    <message>
        <source>Tick up to eight machines in the list to see their figures in one chart.</source>
        <translation>Marque hasta ocho máquinas de la lista para ver sus cifras en un solo gráfico.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <source>Filter machines by name</source>
        <translation>Filtrar máquinas por nombre</translation>
    </message>
    <message>
        <source>{chosen} of {most} chosen: untick one to choose another.</source>
        <translation>{chosen} de {most} elegidas: desmarque una para elegir otra.</translation>
    </message>
    <message>
        <source>{chosen} of {total} machines chosen</source>
        <translation>{chosen} de {total} máquinas elegidas</translation>
    </message>
    <message>
        <source>Not running now: {names}.</source>
        <translation>Ahora no están en ejecución: {names}.</translation>
    </message>
</context>
<context>
    <name>MetricsTab</name>
    <message>
        <source>See its agent</source>
        <translation>Ver su agente</translation>
    </message>
    <message>
        <source>Live figures show while the machine runs. Choose a longer range for earlier ones.</source>
        <translation>Las cifras en vivo se muestran mientras la máquina está en ejecución. Elija un intervalo más largo para ver las anteriores.</translation>
    </message>
    <message>
        <source>The agent is silent: meanwhile these are the host&apos;s figures.</source>
        <translation>El agente está en silencio: entretanto, estas son las cifras del host.</translation>
    </message>
    <message>
        <source>Another program listens to the agent: live figures here are the host&apos;s. Longer ranges show what the agent said.</source>
        <translation>Otro programa escucha al agente: las cifras en vivo de aquí son las del host. Los intervalos más largos muestran lo que dijo el agente.</translation>
    </message>
    <message>
        <source>No agent talks in this machine: these are its host&apos;s figures. Install the agent to see cores, swap, disks, load and processes as well.</source>
        <translation>Ningún agente responde en esta máquina: estas son las cifras de su host. Instale el agente para ver también núcleos, intercambio, discos, carga y procesos.</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Department</source>
        <translation>Departamento</translation>
    </message>
    <message>
        <source>No department</source>
        <translation>Sin departamento</translation>
    </message>
    <message>
        <source>There is no department that you may move machines to.</source>
        <translation>No hay ningún departamento al que pueda mover máquinas.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>Move ({count})</source>
        <translation>Mover ({count})</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Screens</source>
        <translation>Pantallas</translation>
    </message>
    <message>
        <source>Fold the navigation</source>
        <translation>Contraer la navegación</translation>
    </message>
    <message>
        <source>Unfold the navigation</source>
        <translation>Desplegar la navegación</translation>
    </message>
</context>
<context>
    <name>NavigationLinks</name>
    <message>
        <source>All ({count})</source>
        <translation>Ver todo ({count})</translation>
    </message>
</context>
<context>
    <name>NetworkCard</name>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Bridge on the host</source>
        <translation>Puente en el host</translation>
    </message>
    <message>
        <source>Automatic: the network &apos;{name}&apos;, as the department has it.</source>
        <translation>Automático: la red «{name}», según el departamento.</translation>
    </message>
    <message>
        <source>Automatic: a network of its own behind the host, because the host has no active network. It reaches out; nobody reaches in.</source>
        <translation>Automático: una red propia detrás del host, porque el host no tiene ninguna red activa. La máquina sale al exterior; desde fuera no se llega a ella.</translation>
    </message>
    <message>
        <source>Automatic: the host&apos;s network &apos;{name}&apos;, because it is active.</source>
        <translation>Automático: la red «{name}» del host, porque está activa.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Network &apos;{name}&apos;</source>
        <translation>Red «{name}»</translation>
    </message>
    <message>
        <source>A bridge of the host…</source>
        <translation>Un puente del host…</translation>
    </message>
    <message>
        <source>Of its own behind the host (NAT)</source>
        <translation>Propia, detrás del host (NAT)</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Sin red</translation>
    </message>
</context>
<context>
    <name>NetworkTab</name>
    <message>
        <source>Looking…</source>
        <translation>Examinando…</translation>
    </message>
    <message>
        <source>The host is not connected.</source>
        <translation>El host no está conectado.</translation>
    </message>
    <message>
        <source>It has no network card.</source>
        <translation>No tiene tarjeta de red.</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Pantallas</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>Network card {number}</source>
        <translation>Tarjeta de red {number}</translation>
    </message>
    <message>
        <source>Plugged into</source>
        <translation>Conectada a</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>Dirección MAC</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
</context>
<context>
    <name>NewMachine</name>
    <message>
        <source>Choose the installer&apos;s ISO.</source>
        <translation>Elija la ISO del instalador.</translation>
    </message>
    <message>
        <source>Choose the disk image.</source>
        <translation>Elija la imagen de disco.</translation>
    </message>
    <message>
        <source>Give the kernel&apos;s path on the host.</source>
        <translation>Indique la ruta del kernel en el host.</translation>
    </message>
    <message>
        <source>Give the name of the network or bridge.</source>
        <translation>Indique el nombre de la red o del puente.</translation>
    </message>
    <message>
        <source>1 vCPU and {memory} of memory</source>
        <translation>1 vCPU y {memory} de memoria</translation>
    </message>
    <message>
        <source>{vcpus} vCPUs and {memory} of memory</source>
        <translation>{vcpus} vCPU y {memory} de memoria</translation>
    </message>
    <message>
        <source>on {host}</source>
        <translation>en {host}</translation>
    </message>
    <message>
        <source>A simulated machine: no disk is made.</source>
        <translation>Una máquina simulada: no se crea ningún disco.</translation>
    </message>
    <message>
        <source>Disk: the image itself is used, without a copy</source>
        <translation>Disco: se usa la propia imagen, sin copia</translation>
    </message>
    <message>
        <source>No disk</source>
        <translation>Sin disco</translation>
    </message>
    <message>
        <source>{size} disk</source>
        <translation>Disco de {size}</translation>
    </message>
    <message>
        <source>A copy of the image as its disk</source>
        <translation>Una copia de la imagen como disco</translation>
    </message>
    <message>
        <source>in the pool {pool}, which is made first</source>
        <translation>en el pool {pool}, que se crea primero</translation>
    </message>
    <message>
        <source>in the pool {pool}, which is started first</source>
        <translation>en el pool {pool}, que se inicia primero</translation>
    </message>
    <message>
        <source>in the pool {pool} ({free} free)</source>
        <translation>en el pool {pool} ({free} libres)</translation>
    </message>
    <message>
        <source>Starts from {file}</source>
        <translation>Arranca desde {file}</translation>
    </message>
    <message>
        <source>Starts the kernel {file}</source>
        <translation>Arranca el kernel {file}</translation>
    </message>
    <message>
        <source>Network of its own behind the host (NAT)</source>
        <translation>Red propia detrás del host (NAT)</translation>
    </message>
    <message>
        <source>On the network {name}</source>
        <translation>En la red {name}</translation>
    </message>
    <message>
        <source>On the bridge {name}</source>
        <translation>En el puente {name}</translation>
    </message>
    <message>
        <source>Without network</source>
        <translation>Sin red</translation>
    </message>
    <message>
        <source>Starts as soon as it is made</source>
        <translation>Se inicia en cuanto se cree</translation>
    </message>
    <message>
        <source>Stays off until somebody starts it</source>
        <translation>Permanece apagada hasta que alguien la inicie</translation>
    </message>
    <message>
        <source>, and with its host</source>
        <translation>; también se inicia con su host</translation>
    </message>
    <message>
        <source>For {owner}</source>
        <translation>Para {owner}</translation>
    </message>
    <message>
        <source>In {department}</source>
        <translation>En {department}</translation>
    </message>
    <message>
        <source>In {department}, for {owner}</source>
        <translation>En {department}, para {owner}</translation>
    </message>
</context>
<context>
    <name>NewMachineDialog</name>
    <message>
        <source>New machine</source>
        <translation>Nueva máquina</translation>
    </message>
    <message>
        <source>This will be made</source>
        <translation>Se creará lo siguiente</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>There is no host yet. Add one under Hosts; machines are made there.</source>
        <translation>Aún no hay ningún host. Añada uno en Hosts; allí se crean las máquinas.</translation>
    </message>
    <message>
        <source>&apos;{host}&apos; is not connected. What you fill in stays; it can be made as soon as the host is back, or on another host.</source>
        <translation>«{host}» no está conectado. Lo que complete se conserva; la máquina se puede crear en cuanto vuelva el host, o en otro host.</translation>
    </message>
    <message>
        <source>Could not create &apos;{name}&apos;</source>
        <translation>No se pudo crear «{name}»</translation>
    </message>
</context>
<context>
    <name>NewMachineForm</name>
    <message>
        <source> (not connected)</source>
        <translation> (no conectado)</translation>
    </message>
    <message>
        <source>Suggested for the system</source>
        <translation>Sugerido para el sistema</translation>
    </message>
    <message>
        <source>Own sizes</source>
        <translation>Tamaños propios</translation>
    </message>
    <message>
        <source>Linux</source>
        <translation>Linux</translation>
    </message>
    <message>
        <source>Another system</source>
        <translation>Otro sistema</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Procesadores</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>With a disk</source>
        <translation>Con disco</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Suggested: the next that is free. It can be changed later.</source>
        <translation>Sugerido: el siguiente que está libre. Se puede cambiar después.</translation>
    </message>
    <message>
        <source>Guessed from the file&apos;s name &apos;{file}&apos;; change it if that is wrong.</source>
        <translation>Deducido del nombre del archivo «{file}»; cámbielo si no es correcto.</translation>
    </message>
    <message>
        <source>Decides which virtual hardware it gets.</source>
        <translation>Determina qué hardware virtual recibe.</translation>
    </message>
    <message>
        <source>The host has {size}.</source>
        <translation>El host tiene {size}.</translation>
    </message>
    <message>
        <source>At least the image&apos;s own {size}; it can be larger, never smaller.</source>
        <translation>Al menos los {size} de la propia imagen; puede ser mayor, nunca menor.</translation>
    </message>
    <message>
        <source>The pool &apos;{pool}&apos; has {size} free. Only what is written takes room.</source>
        <translation>El pool «{pool}» tiene {size} libres. Solo ocupa espacio lo que se escribe.</translation>
    </message>
    <message>
        <source>What {system} needs to be usable, as far as the host has it.</source>
        <translation>Lo que {system} necesita para funcionar bien, hasta donde el host lo tenga.</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>New password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Repita la contraseña</translation>
    </message>
    <message>
        <source>Strong enough.</source>
        <translation>Suficientemente segura.</translation>
    </message>
    <message>
        <source>Type a password.</source>
        <translation>Escriba una contraseña.</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Las dos contraseñas no coinciden.</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Bloq Mayús parece estar activado.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s); a few words make a good one.</source>
        <translation>
            <numerusform>Al menos %n carácter; unas pocas palabras forman una buena.</numerusform>
            <numerusform>Al menos %n caracteres; unas pocas palabras forman una buena.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewPoolDialog</name>
    <message>
        <source>New storage pool</source>
        <translation>Nuevo pool de almacenamiento</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Directory on the host</source>
        <translation>Directorio en el host</translation>
    </message>
    <message>
        <source>It is made if it is missing. What lies in it stays as it is.</source>
        <translation>Se crea si no existe. Lo que contenga se conserva tal como está.</translation>
    </message>
    <message>
        <source>Make pool</source>
        <translation>Crear pool</translation>
    </message>
    <message>
        <source>Make the storage pool &apos;{name}&apos;</source>
        <translation>Crear el pool de almacenamiento «{name}»</translation>
    </message>
</context>
<context>
    <name>NoteBar</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>NoticeList</name>
    <message>
        <source>Notices</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Nothing to tell yet.</source>
        <translation>Aún no hay avisos.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>OneTimePasswordDialog</name>
    <message>
        <source>One-time password</source>
        <translation>Contraseña de un solo uso</translation>
    </message>
    <message>
        <source>Pass this on to {name}. It is shown only now; at the first sign-in they choose their own.</source>
        <translation>Entréguela a {name}. Solo se muestra ahora; en el primer inicio de sesión elegirá una propia.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>New machine</source>
        <translation>Nueva máquina</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>No host yet</source>
        <translation>Aún no hay ningún host</translation>
    </message>
    <message>
        <source>Machines run on hosts: computers with libvirt, such as this one. Set up the first host, and its machines are shown here.</source>
        <translation>Las máquinas se ejecutan en hosts: equipos con libvirt, como este. Configure el primer host y sus máquinas se mostrarán aquí.</translation>
    </message>
    <message>
        <source>Set up this computer</source>
        <translation>Configurar este equipo</translation>
    </message>
    <message>
        <source>Could not show your picture</source>
        <translation>No se pudo mostrar su imagen</translation>
    </message>
    <message>
        <source>Connect to another computer…</source>
        <translation>Conectar con otro equipo…</translation>
    </message>
    <message>
        <source>Show these machines</source>
        <translation>Mostrar estas máquinas</translation>
    </message>
    <message>
        <source>No machines yet</source>
        <translation>Aún no hay máquinas</translation>
    </message>
    <message>
        <source>A machine is a whole computer made of software. Choose a name and a size, and where its system comes from; everything else has a default that works.</source>
        <translation>Una máquina es un equipo completo hecho de software. Elija un nombre, un tamaño y de dónde procede su sistema; todo lo demás tiene valores predeterminados que funcionan.</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation>
            <numerusform>%n máquina</numerusform>
            <numerusform>%n máquinas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as last seen</source>
        <translation>
            <numerusform>%n según el último estado conocido</numerusform>
            <numerusform>%n según el último estado conocido</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more host(s)</source>
        <translation>
            <numerusform>Mostrar %n host más</numerusform>
            <numerusform>Mostrar %n hosts más</numerusform>
        </translation>
    </message>
    <message>
        <source>Live figures are switched off in the settings.</source>
        <translation>Las cifras en vivo están desactivadas en los ajustes.</translation>
    </message>
    <message>
        <source>No machine is running.</source>
        <translation>No hay ninguna máquina en ejecución.</translation>
    </message>
    <message>
        <source>There are no figures yet.</source>
        <translation>Aún no hay cifras.</translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Departamento</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Procesadores</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Arquitectura</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Machine type</source>
        <translation>Tipo de máquina</translation>
    </message>
    <message>
        <source>Starts with host</source>
        <translation>Se inicia con el host</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>transient: its definition ends with it</source>
        <translation>transitoria: su definición termina con ella</translation>
    </message>
    <message>
        <source>{arch}, with KVM</source>
        <translation>{arch}, con KVM</translation>
    </message>
    <message>
        <source>{arch}, emulated</source>
        <translation>{arch}, emulada</translation>
    </message>
</context>
<context>
    <name>OwnerDialog</name>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
</context>
<context>
    <name>PackagesPart</name>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Update all…</source>
        <translation>Actualizar todos…</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Paquetes</translation>
    </message>
    <message>
        <source>Type what to look for, and press Enter.</source>
        <translation>Escriba lo que quiere buscar y pulse Intro.</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Instalados</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Actualizaciones</translation>
    </message>
    <message>
        <source>Find new</source>
        <translation>Buscar nuevos</translation>
    </message>
    <message>
        <source>Which packages</source>
        <translation>Qué paquetes</translation>
    </message>
    <message>
        <source>Name or word</source>
        <translation>Nombre o palabra</translation>
    </message>
    <message>
        <source>Look for packages</source>
        <translation>Buscar paquetes</translation>
    </message>
    <message>
        <source>Update all packages in &apos;{machine}&apos;?</source>
        <translation>¿Actualizar todos los paquetes de «{machine}»?</translation>
    </message>
    <message>
        <source>It may take long, and services may restart meanwhile.</source>
        <translation>Puede tardar mucho, y entretanto pueden reiniciarse servicios.</translation>
    </message>
    <message>
        <source>Update all</source>
        <translation>Actualizar todos</translation>
    </message>
    <message>
        <source>Remove &apos;{name}&apos;?</source>
        <translation>¿Quitar «{name}»?</translation>
    </message>
    <message>
        <source>Packages that need it are removed too. Its settings may go with it.</source>
        <translation>También se quitan los paquetes que lo necesitan. Sus ajustes pueden perderse con él.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Install package &apos;{name}&apos; in &apos;{machine}&apos;</source>
        <translation>Instalar el paquete «{name}» en «{machine}»</translation>
    </message>
    <message>
        <source>Update package &apos;{name}&apos; in &apos;{machine}&apos;</source>
        <translation>Actualizar el paquete «{name}» de «{machine}»</translation>
    </message>
    <message>
        <source>Update all packages in &apos;{machine}&apos;</source>
        <translation>Actualizar todos los paquetes de «{machine}»</translation>
    </message>
    <message>
        <source>Remove package &apos;{name}&apos; from &apos;{machine}&apos;</source>
        <translation>Quitar el paquete «{name}» de «{machine}»</translation>
    </message>
    <message>
        <source>Could not change the packages of &apos;{machine}&apos;</source>
        <translation>No se pudieron modificar los paquetes de «{machine}»</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Set a password in &apos;{machine}&apos;</source>
        <translation>Establecer una contraseña en «{machine}»</translation>
    </message>
    <message>
        <source>The QEMU guest agent sets it. It is not kept here.</source>
        <translation>La establece el agente invitado de QEMU. No se guarda aquí.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Repita la contraseña</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Establecer</translation>
    </message>
    <message>
        <source>These are two different passwords.</source>
        <translation>Las dos contraseñas son distintas.</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Hide the password</source>
        <translation>Ocultar la contraseña</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Mostrar la contraseña</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>The clipboard holds no text.</source>
        <translation>El portapapeles no contiene texto.</translation>
    </message>
    <message numerus="yes">
        <source>Typing %1 characters takes about %n minute(s).</source>
        <translation>
            <numerusform>Escribir %1 caracteres tarda aproximadamente %n minuto.</numerusform>
            <numerusform>Escribir %1 caracteres tarda aproximadamente %n minutos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type them</source>
        <translation>Escribirlos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Typing the clipboard…</source>
        <translation>Escribiendo el portapapeles…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Typing the clipboard: %1 of %2</source>
        <translation>Escribiendo el portapapeles: %1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) could not be typed: a US keyboard does not have them.</source>
        <translation>
            <numerusform>No se pudo escribir %n carácter: no existe en un teclado de EE. UU.</numerusform>
            <numerusform>No se pudieron escribir %n caracteres: no existen en un teclado de EE. UU.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellidos</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>Super administrator</source>
        <translation>Superadministrador</translation>
    </message>
    <message>
        <source>Uses their own machines and sees those of their departments.</source>
        <translation>Usa sus propias máquinas y ve las de sus departamentos.</translation>
    </message>
    <message>
        <source>Looks after all machines and departments, and sees all people.</source>
        <translation>Se ocupa de todas las máquinas y todos los departamentos, y ve a todas las personas.</translation>
    </message>
    <message>
        <source>May do everything, also with people, hosts, settings and the database.</source>
        <translation>Puede hacer todo, también con las personas, los hosts, los ajustes y la base de datos.</translation>
    </message>
    <message>
        <source>Language of the computer</source>
        <translation>Idioma del equipo</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Eliminada</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deshabilitada</translation>
    </message>
    <message>
        <source>No password</source>
        <translation>Sin contraseña</translation>
    </message>
    <message>
        <source>One-time password</source>
        <translation>Contraseña de un solo uso</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activa</translation>
    </message>
    <message>
        <source>Locked until {time}</source>
        <translation>Bloqueada hasta {time}</translation>
    </message>
</context>
<context>
    <name>PeopleActs</name>
    <message>
        <source>Add person…</source>
        <translation>Añadir persona…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Reset password…</source>
        <translation>Restablecer contraseña…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <translation>Cerrar todas las sesiones</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Before others are added, you need a password: everybody signs in.</source>
        <translation>Antes de añadir a otras personas, usted necesita una contraseña: todas inician sesión.</translation>
    </message>
    <message>
        <source>Not unlocked</source>
        <translation>No se pudo desbloquear</translation>
    </message>
    <message>
        <source>Not signed out</source>
        <translation>No se pudieron cerrar las sesiones</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadida</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Name or e-mail</source>
        <translation>Nombre o correo electrónico</translation>
    </message>
    <message>
        <source>All roles</source>
        <translation>Todos los roles</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Show deleted</source>
        <translation>Mostrar eliminadas</translation>
    </message>
    <message>
        <source>Nobody like that</source>
        <translation>Ninguna persona coincide</translation>
    </message>
    <message>
        <source>No person has these words in their name or address, and this role.</source>
        <translation>Ninguna persona tiene estas palabras en su nombre o dirección, y este rol.</translation>
    </message>
    <message>
        <source>Could not read the people</source>
        <translation>No se pudieron leer las personas</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n personas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleTable</name>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Edit person</source>
        <translation>Editar persona</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Añadir persona</translation>
    </message>
    <message>
        <source>Edit &apos;{name}&apos;</source>
        <translation>Editar «{name}»</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>May not sign in</source>
        <translation>No puede iniciar sesión</translation>
    </message>
    <message>
        <source>The person gets a one-time password, which you see once and pass on. They choose their own with it.</source>
        <translation>La persona recibe una contraseña de un solo uso, que usted ve una vez y le entrega. Con ella elige una propia.</translation>
    </message>
</context>
<context>
    <name>PersonMenu</name>
    <message>
        <source>Signed in: {name}</source>
        <translation>Sesión iniciada: {name}</translation>
    </message>
    <message>
        <source>You are {name}</source>
        <translation>Usted es {name}</translation>
    </message>
    <message>
        <source>Profile…</source>
        <translation>Perfil…</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Cambiar contraseña…</translation>
    </message>
    <message>
        <source>Set a password…</source>
        <translation>Establecer una contraseña…</translation>
    </message>
    <message>
        <source>Go without a password…</source>
        <translation>Prescindir de la contraseña…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Sign out everywhere…</source>
        <translation>Cerrar todas las sesiones…</translation>
    </message>
    <message>
        <source>Nobody signs in on this computer</source>
        <translation>Nadie inicia sesión en este equipo</translation>
    </message>
    <message>
        <source>Not signed out</source>
        <translation>No se pudo cerrar la sesión</translation>
    </message>
    <message>
        <source>Sign out everywhere?</source>
        <translation>¿Cerrar todas las sesiones?</translation>
    </message>
    <message>
        <source>Every program in which you are signed in, this one too, asks for your password again.</source>
        <translation>Todos los programas en los que tiene la sesión iniciada, también este, vuelven a pedir su contraseña.</translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <translation>Cerrar todas</translation>
    </message>
</context>
<context>
    <name>PersonPicker</name>
    <message>
        <source>Name or e-mail</source>
        <translation>Nombre o correo electrónico</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Buscar personas</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>There are more: type a few letters of the name.</source>
        <translation>Hay más: escriba algunas letras del nombre.</translation>
    </message>
    <message>
        <source>Nobody fits.</source>
        <translation>Nadie coincide.</translation>
    </message>
    <message>
        <source>Nobody of your departments fits. Others are found by their whole e-mail address.</source>
        <translation>Nadie de sus departamentos coincide. A las demás personas se las encuentra por su dirección de correo completa.</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Departamento</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>Whose it is: they may do everything with it.</source>
        <translation>De quién es: esa persona puede hacer todo con ella.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Choose the owner; now: {name}</source>
        <translation>Elegir el propietario; ahora: {name}</translation>
    </message>
</context>
<context>
    <name>Placing</name>
    <message>
        <source>{count} will move</source>
        <translation>Se mueven: {count}</translation>
    </message>
    <message>
        <source>{count} there already</source>
        <translation>Ya estaban allí: {count}</translation>
    </message>
    <message>
        <source>{count} get another owner</source>
        <translation>Cambian de propietario: {count}</translation>
    </message>
    <message>
        <source>{count} stay as they are</source>
        <translation>Sin cambios: {count}</translation>
    </message>
    <message>
        <source>no department</source>
        <translation>ningún departamento</translation>
    </message>
    <message>
        <source>another department</source>
        <translation>otro departamento</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>otra persona</translation>
    </message>
    <message>
        <source>You may not move it out of {place}</source>
        <translation>No tiene permiso para moverla; está en: {place}</translation>
    </message>
    <message>
        <source>Already in {place}</source>
        <translation>Sin cambios: {place}</translation>
    </message>
    <message>
        <source>From {before} to {after}</source>
        <translation>De {before} a {after}</translation>
    </message>
    <message>
        <source>You may not assign it: it belongs to {owner}</source>
        <translation>No tiene permiso para asignarla; propietario: {owner}</translation>
    </message>
    <message>
        <source>Belongs to {owner} already</source>
        <translation>Sin cambios: {owner}</translation>
    </message>
    <message>
        <source>Move &apos;{name}&apos; to a department</source>
        <translation>Mover «{name}» a un departamento</translation>
    </message>
    <message>
        <source>Assign &apos;{name}&apos;</source>
        <translation>Asignar «{name}»</translation>
    </message>
    <message>
        <source>Move {count} machines to a department</source>
        <translation>Mover {count} máquinas a un departamento</translation>
    </message>
    <message>
        <source>Assign {count} machines</source>
        <translation>Asignar {count} máquinas</translation>
    </message>
</context>
<context>
    <name>PlacingActs</name>
    <message>
        <source>Move to department…</source>
        <translation>Mover a un departamento…</translation>
    </message>
    <message>
        <source>Assign owner…</source>
        <translation>Asignar propietario…</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Compartir…</translation>
    </message>
    <message>
        <source>Machines placed: {count}</source>
        <translation>Máquinas cambiadas: {count}</translation>
    </message>
    <message>
        <source>Now: {place}</source>
        <translation>Ahora: {place}</translation>
    </message>
</context>
<context>
    <name>PlacingDialog</name>
    <message>
        <source>What will happen</source>
        <translation>Lo que va a ocurrir</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… y {count} más</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>You will have to sign in again</source>
        <translation>Tendrá que volver a iniciar sesión</translation>
    </message>
    <message>
        <source>No keyring keeps the sign-in on this computer. It lasts until the program ends.</source>
        <translation>Ningún llavero conserva el inicio de sesión en este equipo. Dura hasta que se cierre el programa.</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Se cerró su sesión.</translation>
    </message>
    <message>
        <source>You were signed out: elsewhere, or because your account was changed.</source>
        <translation>Se cerró su sesión: desde otro lugar, o porque se modificó su cuenta.</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>What will happen</source>
        <translation>Lo que va a ocurrir</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… y {count} más</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
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
        <translation>Terminar proceso…</translation>
    </message>
    <message>
        <source>Kill process…</source>
        <translation>Matar proceso…</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Procesos</translation>
    </message>
    <message>
        <source>Show who started whom</source>
        <translation>Mostrar quién inició a quién</translation>
    </message>
    <message>
        <source>Kill &apos;{name}&apos;?</source>
        <translation>¿Matar «{name}»?</translation>
    </message>
    <message>
        <source>End &apos;{name}&apos;?</source>
        <translation>¿Terminar «{name}»?</translation>
    </message>
    <message>
        <source>It ends at once. What it has not saved is lost.</source>
        <translation>Termina de inmediato. Se pierde lo que no haya guardado.</translation>
    </message>
    <message>
        <source>It is asked to end, and may save its work first, or not end at all.</source>
        <translation>Se le pide que termine; puede guardar antes su trabajo, o no terminar.</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>Matar</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Process {pid} of {user}</source>
        <translation>Proceso {pid} de {user}</translation>
    </message>
    <message>
        <source>nobody known</source>
        <translation>usuario desconocido</translation>
    </message>
    <message>
        <source>Kill &apos;{name}&apos; in &apos;{machine}&apos;</source>
        <translation>Matar «{name}» en «{machine}»</translation>
    </message>
    <message>
        <source>End &apos;{name}&apos; in &apos;{machine}&apos;</source>
        <translation>Terminar «{name}» en «{machine}»</translation>
    </message>
    <message>
        <source>Could not end &apos;{name}&apos;</source>
        <translation>No se pudo terminar «{name}»</translation>
    </message>
    <message>
        <source>It was asked to end. If it does not, kill it.</source>
        <translation>Se le pidió que terminara. Si no lo hace, mátelo.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; still runs</source>
        <translation>«{name}» sigue en ejecución</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>Quota</name>
    <message>
        <source>Machines</source>
        <translation>Máquinas</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>{left} of {most} machines</source>
        <translation>{left} de {most} máquinas</translation>
    </message>
    <message>
        <source>{left} of {most} vCPUs</source>
        <translation>{left} de {most} vCPU</translation>
    </message>
    <message>
        <source>{left} of {most} memory</source>
        <translation>{left} de {most} de memoria</translation>
    </message>
    <message>
        <source>{left} of {most} disk</source>
        <translation>{left} de {most} de disco</translation>
    </message>
    <message>
        <source>Left: {what}.</source>
        <translation>Disponible: {what}.</translation>
    </message>
    <message>
        <source>More than &apos;{department}&apos; may have: {wanted} wanted, {left} of {most} left ({what}).</source>
        <translation>Más de lo que puede tener «{department}»: se piden {wanted} y quedan {left} de {most} ({what}).</translation>
    </message>
</context>
<context>
    <name>Remedies</name>
    <message>
        <source>Install it: install {packages} with your package manager</source>
        <translation>Instálelo: instale {packages} con su gestor de paquetes</translation>
    </message>
    <message>
        <source>Install it: {command}</source>
        <translation>Instálelo: {command}</translation>
    </message>
    <message>
        <source>Install it: install {packages} with your package manager; or start it: sudo systemctl enable --now {service}</source>
        <translation>Instálelo: instale {packages} con su gestor de paquetes; o inícielo: sudo systemctl enable --now {service}</translation>
    </message>
    <message>
        <source>Install it: {command}; or start it: sudo systemctl enable --now {service}</source>
        <translation>Instálelo: {command}; o inícielo: sudo systemctl enable --now {service}</translation>
    </message>
    <message>
        <source>Start libvirt: sudo systemctl enable --now {service}</source>
        <translation>Inicie libvirt: sudo systemctl enable --now {service}</translation>
    </message>
    <message>
        <source>Let your account use libvirt: sudo usermod -aG libvirt $USER, then sign in again. Or use qemu:///session, which needs no rights.</source>
        <translation>Permita que su cuenta use libvirt: sudo usermod -aG libvirt $USER, y vuelva a iniciar sesión. O use qemu:///session, que no necesita permisos.</translation>
    </message>
    <message>
        <source>Check the host&apos;s name, its port, and that it is on and can be reached from here.</source>
        <translation>Compruebe el nombre del host, su puerto, y que esté encendido y accesible desde aquí.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the host&apos;s own, then accept it: infinibay host trust {name}</source>
        <translation>Compare la huella digital con la del propio host y después acéptela: infinibay host trust {name}</translation>
    </message>
    <message>
        <source>If the host was set up anew: infinibay host trust {name} --replace-key. If not, somebody may be between you and the host: do not connect.</source>
        <translation>Si el host se ha reinstalado: infinibay host trust {name} --replace-key. Si no, alguien puede estar entre usted y el host: no se conecte.</translation>
    </message>
    <message>
        <source>libvirt&apos;s TLS needs the authority&apos;s certificate and your own: see https://libvirt.org/kbase/tlscerts.html</source>
        <translation>El TLS de libvirt necesita el certificado de la autoridad y el suyo propio: consulte https://libvirt.org/kbase/tlscerts.html</translation>
    </message>
    <message>
        <source>Check the user name and the key. A key with a passphrase must be in the ssh agent (ssh-add); passwords are not asked for.</source>
        <translation>Compruebe el nombre de usuario y la clave. Una clave con frase de contraseña debe estar en el agente de ssh (ssh-add); no se piden contraseñas.</translation>
    </message>
    <message>
        <source>Look at libvirt&apos;s service on the host: journalctl -u {service}</source>
        <translation>Revise el servicio de libvirt en el host: journalctl -u {service}</translation>
    </message>
    <message>
        <source>Switch on virtualization (VT-x or AMD-V) in the computer&apos;s firmware. Without it machines run, but slowly.</source>
        <translation>Active la virtualización (VT-x o AMD-V) en el firmware del equipo. Sin ella las máquinas funcionan, pero con lentitud.</translation>
    </message>
    <message>
        <source>KVM does not work on this host. Set the host to emulation: infinibay host edit {name} --acceleration emulation</source>
        <translation>KVM no funciona en este host. Configure el host para emulación: infinibay host edit {name} --acceleration emulation</translation>
    </message>
    <message>
        <source>Start it: virsh -c qemu:///system net-start default, and with the host: virsh -c qemu:///system net-autostart default</source>
        <translation>Iníciela: virsh -c qemu:///system net-start default, y con el host: virsh -c qemu:///system net-autostart default</translation>
    </message>
    <message>
        <source>Start the desktop&apos;s keyring (GNOME Keyring or KWallet). Without one, console passwords are kept by libvirt alone, and passwords for hosts cannot be kept.</source>
        <translation>Inicie el llavero del escritorio (GNOME Keyring o KWallet). Sin él, solo libvirt guarda las contraseñas de las consolas, y las contraseñas de los hosts no se pueden guardar.</translation>
    </message>
    <message>
        <source>Move the file into a storage pool such as /var/lib/libvirt/images, or let QEMU&apos;s account pass its folders: chmod o+x on each folder above it.</source>
        <translation>Mueva el archivo a un pool de almacenamiento como /var/lib/libvirt/images, o permita que la cuenta de QEMU atraviese sus carpetas: chmod o+x en cada carpeta superior.</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove &apos;{name}&apos;?</source>
        <translation>¿Quitar «{name}»?</translation>
    </message>
    <message>
        <source>Move its machines to</source>
        <translation>Mover sus máquinas a</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Its people stay; what they own stays theirs. Its quota and defaults are forgotten.</source>
        <translation>Sus personas se conservan, y lo que les pertenece sigue siendo suyo. Su cuota y sus valores predeterminados se olvidan.</translation>
    </message>
    <message>
        <source>It has no machines.</source>
        <translation>No tiene máquinas.</translation>
    </message>
    <message>
        <source>It has {machines}. They are moved, and go on as they are.</source>
        <translation>Tiene {machines}, que se mueven y siguen tal como están.</translation>
    </message>
    <message>
        <source>There is no other department. Add one first.</source>
        <translation>No hay ningún otro departamento. Añada uno antes.</translation>
    </message>
</context>
<context>
    <name>RemovePasswordDialog</name>
    <message>
        <source>Go without a password?</source>
        <translation>¿Prescindir de la contraseña?</translation>
    </message>
    <message>
        <source>Nobody signs in on this computer then: whoever uses your account here can do everything in this program.</source>
        <translation>Entonces nadie inicia sesión en este equipo: quien use su cuenta aquí puede hacer todo en este programa.</translation>
    </message>
    <message>
        <source>Where the database is on a server, that is so for everybody whose program reaches it.</source>
        <translation>Si la base de datos está en un servidor, esto vale para cualquiera cuyo programa llegue a ella.</translation>
    </message>
    <message>
        <source>That is possible only while there are no other people.</source>
        <translation>Solo es posible mientras no haya otras personas.</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Contraseña actual</translation>
    </message>
    <message>
        <source>Go without a password</source>
        <translation>Quitar contraseña</translation>
    </message>
    <message>
        <source>This is not your present password.</source>
        <translation>Esta no es su contraseña actual.</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Its disks and its place on the host keep their names.</source>
        <translation>Sus discos y su ubicación en el host conservan sus nombres.</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nuevo nombre</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
</context>
<context>
    <name>ResetPasswordDialog</name>
    <message>
        <source>Reset the password of &apos;{name}&apos;?</source>
        <translation>¿Restablecer la contraseña de «{name}»?</translation>
    </message>
    <message>
        <source>Their present password ends, and they are signed out everywhere. You get a one-time password to pass on; they choose their own with it.</source>
        <translation>Su contraseña actual deja de valer y se cierran todas sus sesiones. Usted recibe una contraseña de un solo uso para entregársela; con ella elige una propia.</translation>
    </message>
    <message>
        <source>Reset password</source>
        <translation>Restablecer contraseña</translation>
    </message>
</context>
<context>
    <name>ResultDialog</name>
    <message>
        <source>Why it failed</source>
        <translation>Motivo del error</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Retry failed ({count})</source>
        <translation>Reintentar fallidas ({count})</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>You may not do this here.</source>
        <translation>No tiene permiso para hacer esto aquí.</translation>
    </message>
</context>
<context>
    <name>RightsHelp</name>
    <message>
        <source>What the rights protect</source>
        <translation>Qué protegen los permisos</translation>
    </message>
    <message>
        <source>They protect against</source>
        <translation>Protegen contra</translation>
    </message>
    <message>
        <source>They cannot protect against</source>
        <translation>No pueden proteger contra</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Qué puede hacer usted</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Before each act the program looks up who is signed in, and whether that person may do this to that machine, department or person. It does so where the act is done, not only where buttons are shown, and records what was done and what was refused. But it runs on the computer of the person who acts.</source>
        <translation>Antes de cada acción, el programa consulta quién ha iniciado sesión y si esa persona puede hacer esto con esa máquina, ese departamento o esa persona. Lo hace donde se realiza la acción, no solo donde se muestran los botones, y registra lo que se hizo y lo que se denegó. Pero se ejecuta en el equipo de la persona que actúa.</translation>
    </message>
    <message>
        <source>Mistakes: nobody deletes, stops or changes what is not theirs by taking one machine for another.</source>
        <translation>Equivocaciones: nadie elimina, detiene ni cambia lo que no es suyo por confundir una máquina con otra.</translation>
    </message>
    <message>
        <source>Curiosity: users of this program see their own machines and their department&apos;s, and nothing of others in lists, search, exports or messages.</source>
        <translation>Curiosidad: los usuarios de este programa ven sus propias máquinas y las de su departamento, y nada de los demás en listas, búsquedas, exportaciones o mensajes.</translation>
    </message>
    <message>
        <source>Forgetting: the activity says who did what and when, and checking the record shows entries that were changed or taken out later.</source>
        <translation>Olvidos: la actividad indica quién hizo qué y cuándo, y al comprobar el registro se ven las entradas que se modificaron o quitaron después.</translation>
    </message>
    <message>
        <source>Somebody who has the database&apos;s password, or may write its file: with other programs they can read and change everything in it, the rights and the record too. The program itself has that password, on every computer where it runs.</source>
        <translation>Quien tiene la contraseña de la base de datos o puede escribir en su archivo: con otros programas puede leer y cambiar todo lo que hay en ella, también los permisos y el registro. El propio programa tiene esa contraseña en todos los equipos donde se ejecuta.</translation>
    </message>
    <message>
        <source>Somebody with root on a host, or an account there that may use libvirt: they drive and read its machines without this program.</source>
        <translation>Quien tiene acceso root en un host, o una cuenta allí que puede usar libvirt: maneja y lee sus máquinas sin este programa.</translation>
    </message>
    <message>
        <source>Somebody who may change this program&apos;s files, or use the account of a person who stays signed in.</source>
        <translation>Quien puede cambiar los archivos de este programa o usar la cuenta de una persona que mantiene la sesión iniciada.</translation>
    </message>
    <message>
        <source>With no sign-in on this computer, everybody who uses this account: each of them is the administrator.</source>
        <translation>Si no se inicia sesión en este equipo, cualquiera que use esta cuenta: cada uno de ellos es el administrador.</translation>
    </message>
    <message>
        <source>Give the program, with the database&apos;s password, only to people whom you would trust with the database. Others can use their machines over remote desktop.</source>
        <translation>Dé el programa, con la contraseña de la base de datos, solo a personas a quienes confiaría la base de datos. Las demás pueden usar sus máquinas por escritorio remoto.</translation>
    </message>
    <message>
        <source>Use PostgreSQL on a computer of its own, with TLS and a password that is used for nothing else; change it when somebody leaves, as well as deleting the person.</source>
        <translation>Use PostgreSQL en un equipo propio, con TLS y una contraseña que no se use para nada más; cámbiela cuando alguien se vaya, además de eliminar a la persona.</translation>
    </message>
    <message>
        <source>On hosts, let only administrators&apos; own SSH keys use libvirt, and take a key out when its owner leaves.</source>
        <translation>En los hosts, permita usar libvirt solo con las claves SSH propias de los administradores, y quite una clave cuando su dueño se vaya.</translation>
    </message>
    <message>
        <source>Export the activity from time to time and keep the file elsewhere. Whoever rewrites the whole record cannot rewrite that one.</source>
        <translation>Exporte la actividad de vez en cuando y guarde el archivo en otro lugar. Quien reescriba todo el registro no puede reescribir ese archivo.</translation>
    </message>
    <message>
        <source>Set a password before others use this computer, let the desktop lock its screen, and sign out everywhere when a computer is lost.</source>
        <translation>Establezca una contraseña antes de que otras personas usen este equipo, deje que el escritorio bloquee la pantalla y cierre todas las sesiones cuando se pierda un equipo.</translation>
    </message>
</context>
<context>
    <name>ScreenView</name>
    <message>
        <source>Screen of a machine</source>
        <translation>Pantalla de una máquina</translation>
    </message>
    <message>
        <source>Click or press Enter to type into the machine</source>
        <translation>Haga clic o pulse Intro para escribir en la máquina</translation>
    </message>
    <message>
        <source>Press %1 to release the keyboard and pointer</source>
        <translation>Pulse %1 para liberar el teclado y el puntero</translation>
    </message>
    <message>
        <source>Press %1 to release the keyboard</source>
        <translation>Pulse %1 para liberar el teclado</translation>
    </message>
    <message>
        <source>A picture of the machine&apos;s own screen; its words cannot be read out. All keys go to the machine. Press %1 to come back.</source>
        <translation>Una imagen de la pantalla de la propia máquina; sus palabras no se pueden leer en voz alta. Todas las teclas van a la máquina. Pulse %1 para volver.</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Máquinas</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Departamentos</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <source>Timers</source>
        <translation>Temporizadores</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
</context>
<context>
    <name>ScreenshotDialog</name>
    <message>
        <source>{width} by {height} pixels</source>
        <translation>{width} por {height} píxeles</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Guardar la captura</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>Imágenes PNG (*.png)</translation>
    </message>
</context>
<context>
    <name>ScreenshotSaver</name>
    <message>
        <source>Save screenshot</source>
        <translation>Guardar captura de pantalla</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>Imágenes PNG (*.png)</translation>
    </message>
</context>
<context>
    <name>SelectionSummary</name>
    <message>
        <source>States</source>
        <translation>Estados</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>En conjunto</translation>
    </message>
    <message numerus="yes">
        <source>%n machines selected</source>
        <translation>
            <numerusform>%n máquina seleccionada</numerusform>
            <numerusform>%n máquinas seleccionadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Procesadores</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Memory running</source>
        <translation>Memoria en ejecución</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message numerus="yes">
        <source>%n of them as last seen: not connected</source>
        <translation>
            <numerusform>%n de ellas según el último estado conocido: no conectada</numerusform>
            <numerusform>%n de ellas según el último estado conocido: no conectadas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServicesPart</name>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Detener…</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Habilitar</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>Deshabilitar…</translation>
    </message>
    <message>
        <source>Start it with the system from now on</source>
        <translation>Iniciarlo con el sistema a partir de ahora</translation>
    </message>
    <message>
        <source>Do not start it with the system any more</source>
        <translation>No iniciarlo más con el sistema</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>Registro…</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>Stop &apos;{name}&apos;?</source>
        <translation>¿Detener «{name}»?</translation>
    </message>
    <message>
        <source>Disable &apos;{name}&apos;?</source>
        <translation>¿Deshabilitar «{name}»?</translation>
    </message>
    <message>
        <source>What it does for others ends. A machine without its network or its remote access may be out of reach.</source>
        <translation>Deja de hacer lo que hace para otros. Una máquina sin su red o su acceso remoto puede quedar fuera de alcance.</translation>
    </message>
    <message>
        <source>It goes on now, and does not start with the system any more.</source>
        <translation>Sigue funcionando ahora, pero ya no se inicia con el sistema.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deshabilitar</translation>
    </message>
    <message>
        <source>Start service &apos;{name}&apos; in &apos;{machine}&apos;</source>
        <translation>Iniciar el servicio «{name}» en «{machine}»</translation>
    </message>
    <message>
        <source>Stop service &apos;{name}&apos; in &apos;{machine}&apos;</source>
        <translation>Detener el servicio «{name}» en «{machine}»</translation>
    </message>
    <message>
        <source>Restart service &apos;{name}&apos; in &apos;{machine}&apos;</source>
        <translation>Reiniciar el servicio «{name}» en «{machine}»</translation>
    </message>
    <message>
        <source>Enable service &apos;{name}&apos; in &apos;{machine}&apos;</source>
        <translation>Habilitar el servicio «{name}» en «{machine}»</translation>
    </message>
    <message>
        <source>Disable service &apos;{name}&apos; in &apos;{machine}&apos;</source>
        <translation>Deshabilitar el servicio «{name}» en «{machine}»</translation>
    </message>
    <message>
        <source>Could not change the service &apos;{name}&apos;</source>
        <translation>No se pudo modificar el servicio «{name}»</translation>
    </message>
    <message>
        <source>Could not read the log of &apos;{name}&apos;</source>
        <translation>No se pudo leer el registro de «{name}»</translation>
    </message>
    <message>
        <source>Log of &apos;{name}&apos;</source>
        <translation>Registro de «{name}»</translation>
    </message>
</context>
<context>
    <name>SetPasswordDialog</name>
    <message>
        <source>Set a password</source>
        <translation>Establecer una contraseña</translation>
    </message>
    <message>
        <source>Until now everybody who can use your account on this computer can do everything here. With a password the program asks for it before it shows anything.</source>
        <translation>Hasta ahora, cualquiera que pueda usar su cuenta en este equipo puede hacer todo aquí. Con una contraseña, el programa la pide antes de mostrar nada.</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>Establecer contraseña</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset to default</source>
        <translation>Restablecer valor predeterminado</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Machine list</source>
        <translation>Lista de máquinas</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Consola</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Comportamiento</translation>
    </message>
    <message>
        <source>Record and logs</source>
        <translation>Actividad y registros</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Light or dark colours, or those of the desktop.</source>
        <translation>Colores claros u oscuros, o los del escritorio.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
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
        <translation>Mostrar cifras en vivo</translation>
    </message>
    <message>
        <source>Ask the hosts for processor, memory, disk and network figures. States of machines are told by the hosts either way.</source>
        <translation>Pedir a los hosts las cifras de procesador, memoria, disco y red. Los hosts comunican los estados de las máquinas en cualquier caso.</translation>
    </message>
    <message>
        <source>Time between figures</source>
        <translation>Tiempo entre cifras</translation>
    </message>
    <message>
        <source>How often the hosts are asked for figures. Longer is lighter on the hosts.</source>
        <translation>Con qué frecuencia se piden cifras a los hosts. Un tiempo mayor supone menos carga para los hosts.</translation>
    </message>
    <message>
        <source>Draw small charts</source>
        <translation>Dibujar gráficos pequeños</translation>
    </message>
    <message>
        <source>A line of the last minutes beside the figures in the list.</source>
        <translation>Una línea de los últimos minutos junto a las cifras de la lista.</translation>
    </message>
    <message>
        <source>Show pictures of screens</source>
        <translation>Mostrar imágenes de las pantallas</translation>
    </message>
    <message>
        <source>Small pictures of running machines&apos; screens, taken from time to time.</source>
        <translation>Imágenes pequeñas de las pantallas de las máquinas en ejecución, tomadas de vez en cuando.</translation>
    </message>
    <message>
        <source>Size of the screen</source>
        <translation>Tamaño de la pantalla</translation>
    </message>
    <message>
        <source>How a console fills its window. Resizing the machine&apos;s screen needs a guest that can do it; otherwise the picture is fitted.</source>
        <translation>Cómo llena una consola su ventana. Redimensionar la pantalla de la máquina requiere un invitado que lo admita; si no, la imagen se ajusta.</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>Ajustar a la ventana</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Tamaño real</translation>
    </message>
    <message>
        <source>Resize the machine&apos;s screen</source>
        <translation>Redimensionar la pantalla de la máquina</translation>
    </message>
    <message>
        <source>Keys that release the console</source>
        <translation>Teclas que liberan la consola</translation>
    </message>
    <message>
        <source>The language of the program, at once.</source>
        <translation>El idioma del programa; cambia de inmediato.</translation>
    </message>
    <message>
        <source>Guests and metrics</source>
        <translation>Invitados y métricas</translation>
    </message>
    <message>
        <source>Picture behind the overview</source>
        <translation>Imagen detrás del resumen</translation>
    </message>
    <message>
        <source>It is drawn pale, so that all can be read.</source>
        <translation>Se dibuja con colores tenues, para que todo se pueda leer.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Sin imagen</translation>
    </message>
    <message>
        <source>Ridges</source>
        <translation>Crestas</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>Olas</translation>
    </message>
    <message>
        <source>Dunes</source>
        <translation>Dunas</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Enlaces</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Celdas</translation>
    </message>
    <message>
        <source>My own picture</source>
        <translation>Mi propia imagen</translation>
    </message>
    <message>
        <source>A PNG, JPEG or WebP file of at most 20 MiB and 10,000 pixels a side. It is read where it lies, at each start.</source>
        <translation>Un archivo PNG, JPEG o WebP de 20 MiB y 10.000 píxeles por lado como máximo. Se lee donde está, en cada inicio.</translation>
    </message>
    <message>
        <source>Pressed together, they give keyboard and pointer back to this computer. Two or more of Ctrl, Alt, Shift and Meta, or some of them and one letter, digit or function key: for example Ctrl+Alt.</source>
        <translation>Pulsadas a la vez, devuelven el teclado y el puntero a este equipo. Dos o más de Ctrl, Alt, Mayús y Meta, o algunas de ellas y una letra, cifra o tecla de función: por ejemplo, Ctrl+Alt.</translation>
    </message>
    <message>
        <source>Keep hidden consoles connected</source>
        <translation>Mantener conectadas las consolas ocultas</translation>
    </message>
    <message>
        <source>How long a console that nobody sees stays connected, so that coming back to it shows it at once.</source>
        <translation>Cuánto tiempo permanece conectada una consola que nadie ve, para mostrarla de inmediato al volver a ella.</translation>
    </message>
    <message>
        <source>Pause between pasted keys</source>
        <translation>Pausa entre teclas pegadas</translation>
    </message>
    <message>
        <source>For text that is typed into a machine. Raise it where letters get lost.</source>
        <translation>Para el texto que se escribe en una máquina. Auméntela si se pierden letras.</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>Al cerrar la ventana</translation>
    </message>
    <message>
        <source>In the tray the program goes on to watch hosts. Machines run on either way.</source>
        <translation>En la bandeja del sistema, el programa sigue vigilando los hosts. Las máquinas siguen en ejecución en ambos casos.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Ends the program</source>
        <translation>Cierra el programa</translation>
    </message>
    <message>
        <source>Keeps it in the tray</source>
        <translation>Lo mantiene en la bandeja</translation>
    </message>
    <message>
        <source>Ask before forcing a machine off</source>
        <translation>Preguntar antes de forzar el apagado de una máquina</translation>
    </message>
    <message>
        <source>Forcing off or resetting cuts the power: unsaved work is lost.</source>
        <translation>Forzar el apagado o el restablecimiento corta la alimentación: se pierde el trabajo no guardado.</translation>
    </message>
    <message>
        <source>Ask before shutting down</source>
        <translation>Preguntar antes de apagar</translation>
    </message>
    <message>
        <source>Shutting down lets the guest end its work first.</source>
        <translation>El apagado deja que el invitado termine antes su trabajo.</translation>
    </message>
    <message>
        <source>Ask before rebooting</source>
        <translation>Preguntar antes de reiniciar</translation>
    </message>
    <message>
        <source>Rebooting lets the guest end its work first.</source>
        <translation>El reinicio deja que el invitado termine antes su trabajo.</translation>
    </message>
    <message>
        <source>Ask before saving</source>
        <translation>Preguntar antes de guardar el estado</translation>
    </message>
    <message>
        <source>Saving writes the machine&apos;s memory to the host&apos;s disk and stops it.</source>
        <translation>Guardar el estado escribe la memoria de la máquina en el disco del host y la detiene.</translation>
    </message>
    <message>
        <source>Ask before pausing</source>
        <translation>Preguntar antes de pausar</translation>
    </message>
    <message>
        <source>A paused machine keeps its memory and does nothing.</source>
        <translation>Una máquina en pausa conserva su memoria y no hace nada.</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>Notificaciones de escritorio</translation>
    </message>
    <message>
        <source>Tell through the desktop what ended or failed while the window is not in front.</source>
        <translation>Comunicar mediante el escritorio lo que terminó o falló mientras la ventana no está en primer plano.</translation>
    </message>
    <message>
        <source>Time between readings of guests</source>
        <translation>Tiempo entre lecturas de los invitados</translation>
    </message>
    <message>
        <source>How often the agents inside machines send their figures. Longer is lighter on the machines and on the database.</source>
        <translation>Con qué frecuencia envían sus cifras los agentes de las máquinas. Un tiempo mayor supone menos carga para las máquinas y la base de datos.</translation>
    </message>
    <message>
        <source>Keep each reading</source>
        <translation>Conservar cada lectura</translation>
    </message>
    <message>
        <source>How long every single reading is kept. Minutes, quarters of an hour and days are made of them before they go.</source>
        <translation>Cuánto tiempo se conserva cada lectura. Antes de eliminarlas, se resumen en minutos, cuartos de hora y días.</translation>
    </message>
    <message>
        <source>Keep history by the minute</source>
        <translation>Conservar el historial por minutos</translation>
    </message>
    <message>
        <source>How long the least, mean and most of each minute are kept.</source>
        <translation>Cuánto tiempo se conservan el mínimo, la media y el máximo de cada minuto.</translation>
    </message>
    <message>
        <source>Keep history by the quarter of an hour</source>
        <translation>Conservar el historial por cuartos de hora</translation>
    </message>
    <message>
        <source>How long the least, mean and most of each quarter of an hour are kept.</source>
        <translation>Cuánto tiempo se conservan el mínimo, la media y el máximo de cada cuarto de hora.</translation>
    </message>
    <message>
        <source>Keep history by the day</source>
        <translation>Conservar el historial por días</translation>
    </message>
    <message>
        <source>How long the least, mean and most of each day are kept.</source>
        <translation>Cuánto tiempo se conservan el mínimo, la media y el máximo de cada día.</translation>
    </message>
    <message>
        <source>Hand out the agent at</source>
        <translation>Ofrecer el agente en</translation>
    </message>
    <message>
        <source>An address of this computer and a port, such as 192.168.122.1:8080. Guests can then fetch the agent over HTTP while the program runs. Everybody who reaches the address can, and nothing is encrypted. Empty is off. All networks: everywhere:0.0.0.0:8080.</source>
        <translation>Una dirección de este equipo y un puerto, como 192.168.122.1:8080. Los invitados pueden entonces descargar el agente por HTTP mientras el programa está en ejecución. Puede hacerlo cualquiera que llegue a la dirección, y nada se cifra. Vacío: desactivado. Todas las redes: everywhere:0.0.0.0:8080.</translation>
    </message>
    <message>
        <source>Keep the record of activity</source>
        <translation>Conservar el registro de actividad</translation>
    </message>
    <message>
        <source>How long it is kept who did what. Older entries are removed for good. 0 keeps all. This is a setting of this computer. Every running program in which somebody is signed in who may change settings removes by its own: the shortest time counts.</source>
        <translation>Cuánto tiempo se conserva quién hizo qué. Las entradas más antiguas se eliminan definitivamente. 0 las conserva todas. Es un ajuste de este equipo. Cada programa en ejecución en el que tenga la sesión iniciada alguien que pueda cambiar los ajustes elimina según el suyo: cuenta el tiempo más corto.</translation>
    </message>
    <message>
        <source>Keep the record of errors</source>
        <translation>Conservar el registro de errores</translation>
    </message>
    <message>
        <source>How long errors are kept. 0 keeps all.</source>
        <translation>Cuánto tiempo se conservan los errores. 0 los conserva todos.</translation>
    </message>
    <message>
        <source>Log more about</source>
        <translation>Registrar más sobre</translation>
    </message>
    <message>
        <source>Parts of the program that write more into the log file, such as virt or services:connections, with commas between them; * is all, a minus before a name takes it out. Empty is the usual amount.</source>
        <translation>Partes del programa que escriben más en el archivo de registro, como virt o services:connections, separadas por comas; * es todo, y un signo menos delante de un nombre lo excluye. Vacío es la cantidad habitual.</translation>
    </message>
    <message>
        <source>The path of a SQLite file, or postgresql://USER@HOST/DATABASE. Empty means the program&apos;s own file. A password does not belong here: use PostgreSQL&apos;s password file.</source>
        <translation>La ruta de un archivo SQLite, o postgresql://USER@HOST/DATABASE. Vacío significa el archivo propio del programa. No escriba aquí una contraseña: use el archivo de contraseñas de PostgreSQL.</translation>
    </message>
    <message>
        <source>The settings cannot be read, so the defaults are used. File: %1</source>
        <translation>No se pueden leer los ajustes, así que se usan los valores predeterminados. Archivo: %1</translation>
    </message>
    <message>
        <source>The settings&apos; file is damaged, so the defaults are used. File: %1</source>
        <translation>El archivo de ajustes está dañado, así que se usan los valores predeterminados. Archivo: %1</translation>
    </message>
    <message>
        <source>The settings&apos; file is far too big, so the defaults are used. File: %1</source>
        <translation>El archivo de ajustes es demasiado grande, así que se usan los valores predeterminados. Archivo: %1</translation>
    </message>
    <message>
        <source>A newer version of this program wrote the settings, so the defaults are used. File: %1</source>
        <translation>Una versión más reciente de este programa escribió los ajustes, así que se usan los valores predeterminados. Archivo: %1</translation>
    </message>
    <message>
        <source>Older settings could not be taken over, so the defaults are used. File: %1</source>
        <translation>No se pudieron adoptar los ajustes anteriores, así que se usan los valores predeterminados. Archivo: %1</translation>
    </message>
    <message>
        <source>The setting “%2” has a value that cannot be used. Its default is used. File: %1</source>
        <translation>El ajuste «%2» tiene un valor que no se puede usar. Se usa su valor predeterminado. Archivo: %1</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>years</source>
        <translation>años</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Surte efecto en el próximo inicio.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Buscar en los ajustes</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>No setting has these words</source>
        <translation>Ningún ajuste contiene estas palabras</translation>
    </message>
    <message>
        <source>Search for another word.</source>
        <translation>Busque otra palabra.</translation>
    </message>
    <message>
        <source>Could not store the setting</source>
        <translation>No se pudo guardar el ajuste</translation>
    </message>
    <message>
        <source>Could not reset the settings</source>
        <translation>No se pudieron restablecer los ajustes</translation>
    </message>
</context>
<context>
    <name>Share</name>
    <message>
        <source>Console</source>
        <translation>Consola</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Encendido</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Instantáneas</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>Share &apos;{name}&apos;</source>
        <translation>Compartir «{name}»</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Its owner and the administrators may do all of this anyhow. Whoever is here sees the machine too.</source>
        <translation>Su propietario y los administradores pueden hacer todo esto en cualquier caso. Quien esté aquí también ve la máquina.</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Compartida con</translation>
    </message>
    <message>
        <source>Nobody yet.</source>
        <translation>Aún nadie.</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Añadir una persona</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Quitar a {name}</translation>
    </message>
    <message>
        <source>{permission} for {name}</source>
        <translation>{permission} para {name}</translation>
    </message>
    <message>
        <source>Somebody who was deleted</source>
        <translation>Alguien que se eliminó</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>What an earlier run had begun was finished.</source>
        <translation>Se terminó lo que había empezado una ejecución anterior.</translation>
    </message>
    <message>
        <source>What an earlier run had begun was undone.</source>
        <translation>Se deshizo lo que había empezado una ejecución anterior.</translation>
    </message>
    <message>
        <source>It is still unfinished: {why}</source>
        <translation>Sigue sin terminar: {why}</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search in the keys</source>
        <translation>Buscar en las teclas</translation>
    </message>
    <message>
        <source>No act has these words.</source>
        <translation>Ninguna acción contiene estas palabras.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
</context>
<context>
    <name>SignInsCard</name>
    <message>
        <source>Where you are signed in</source>
        <translation>Dónde tiene la sesión iniciada</translation>
    </message>
    <message>
        <source>Sign out everywhere…</source>
        <translation>Cerrar todas las sesiones…</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… y {count} más</translation>
    </message>
    <message>
        <source>Since {began}. Last seen {used}.</source>
        <translation>Desde {began}. Último uso: {used}.</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>Este programa</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>End the sign-in at {computer}</source>
        <translation>Cerrar la sesión en {computer}</translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message>
        <source>Begin with</source>
        <translation>Empezar con</translation>
    </message>
    <message>
        <source>An installer (ISO)</source>
        <translation>Un instalador (ISO)</translation>
    </message>
    <message>
        <source>An existing disk image</source>
        <translation>Una imagen de disco existente</translation>
    </message>
    <message>
        <source>A kernel, without a boot loader</source>
        <translation>Un kernel, sin cargador de arranque</translation>
    </message>
    <message>
        <source>Nothing: an empty disk</source>
        <translation>Nada: un disco vacío</translation>
    </message>
    <message>
        <source>Installer</source>
        <translation>Instalador</translation>
    </message>
    <message>
        <source>Disk image</source>
        <translation>Imagen de disco</translation>
    </message>
    <message>
        <source>Copy it; the image stays as it is</source>
        <translation>Copiarla; la imagen se conserva tal como está</translation>
    </message>
    <message>
        <source>Use it itself; the machine writes into it</source>
        <translation>Usarla directamente; la máquina escribe en ella</translation>
    </message>
    <message numerus="yes">
        <source>%n installers found in the host&apos;s pools.</source>
        <translation>
            <numerusform>Se encontró %n instalador en los pools del host.</numerusform>
            <numerusform>Se encontraron %n instaladores en los pools del host.</numerusform>
        </translation>
    </message>
    <message>
        <source>No ISO lies in the host&apos;s pools. Put one there, or give any path on the host.</source>
        <translation>No hay ninguna ISO en los pools del host. Coloque una allí o indique cualquier ruta en el host.</translation>
    </message>
    <message>
        <source>Paths are on the host. The kernel starts at once, each time.</source>
        <translation>Las rutas son del host. El kernel arranca directamente, cada vez.</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Initial RAM disk (if it needs one)</source>
        <translation>Disco RAM inicial (initrd, si lo necesita)</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Línea de comandos</translation>
    </message>
    <message>
        <source>It starts from the network, or from what you attach later.</source>
        <translation>Arranca desde la red, o desde lo que conecte después.</translation>
    </message>
    <message>
        <source>No ISO lies in the host&apos;s pools, so it begins with an empty disk.</source>
        <translation>No hay ninguna ISO en los pools del host, así que empieza con un disco vacío.</translation>
    </message>
</context>
<context>
    <name>StartFailure</name>
    <message>
        <source>Infinibay Desktop could not open its database</source>
        <translation>Infinibay Desktop no pudo abrir su base de datos</translation>
    </message>
    <message>
        <source>The log has more. Please report it.</source>
        <translation>El registro contiene más. Informe de ello.</translation>
    </message>
    <message>
        <source>Infinibay Desktop could not start</source>
        <translation>Infinibay Desktop no pudo iniciarse</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Running</source>
        <translation>En ejecución</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Fallida</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Suspendida</translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation>Apagándose</translation>
    </message>
    <message>
        <source>Creating</source>
        <translation>Creándose</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Eliminándose</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardada</translation>
    </message>
    <message>
        <source>Shut off</source>
        <translation>Apagada</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Conexión perdida</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Desconectado</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>No conectado</translation>
    </message>
    <message>
        <source>Being undone</source>
        <translation>Deshaciéndose</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminada</translation>
    </message>
    <message>
        <source>Failed and undone</source>
        <translation>Fallida y deshecha</translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation>Crear %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Eliminar %1</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>State of hosts and tasks</source>
        <translation>Estado de hosts y tareas</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) running</source>
        <translation>
            <numerusform>%n tarea en curso</numerusform>
            <numerusform>%n tareas en curso</numerusform>
        </translation>
    </message>
    <message>
        <source>No tasks running</source>
        <translation>No hay tareas en curso</translation>
    </message>
    <message>
        <source>Show or hide the task log</source>
        <translation>Mostrar u ocultar el registro de tareas</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>conectado</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>conexión perdida</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>desconectado</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>No se pudo leer</translation>
    </message>
    <message>
        <source>No storage pool</source>
        <translation>Sin pool de almacenamiento</translation>
    </message>
    <message>
        <source>{used} of {capacity} ({percent})</source>
        <translation>{used} de {capacity} ({percent})</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Directorio</translation>
    </message>
    <message>
        <source>File system</source>
        <translation>Sistema de archivos</translation>
    </message>
    <message>
        <source>Network folder</source>
        <translation>Carpeta de red</translation>
    </message>
    <message>
        <source>LVM group</source>
        <translation>Grupo LVM</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
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
        <translation>Último estado conocido</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inactivo</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
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
        <translation>Usado</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Autostart</source>
        <translation>Autoinicio</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Allocated</source>
        <translation>Asignado</translation>
    </message>
</context>
<context>
    <name>StorageCard</name>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>No active storage pool is known.</source>
        <translation>No se conoce ningún pool de almacenamiento activo.</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 libres</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>New pool…</source>
        <translation>Nuevo pool…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copiar ruta</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Filter pools</source>
        <translation>Filtrar pools</translation>
    </message>
    <message>
        <source>Storage pools</source>
        <translation>Pools de almacenamiento</translation>
    </message>
    <message>
        <source>Go to hosts</source>
        <translation>Ir a los hosts</translation>
    </message>
    <message>
        <source>No storage to show</source>
        <translation>No hay almacenamiento que mostrar</translation>
    </message>
    <message>
        <source>Pools are where hosts keep the disks of machines and their install images. Connect a host to see its pools.</source>
        <translation>En los pools guardan los hosts los discos de las máquinas y sus imágenes de instalación. Conecte un host para ver sus pools.</translation>
    </message>
    <message>
        <source>Could not read the list of hosts</source>
        <translation>No se pudo leer la lista de hosts</translation>
    </message>
</context>
<context>
    <name>Swatches</name>
    <message>
        <source>No colour</source>
        <translation>Sin color</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Verde azulado</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Verde oliva</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Amarillo</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Naranja</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violeta</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Marrón</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
</context>
<context>
    <name>SystemPart</name>
    <message>
        <source>Told by the QEMU guest agent.</source>
        <translation>Según el agente invitado de QEMU.</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Get diagnostics</source>
        <translation>Obtener diagnóstico</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Get diagnostics of &apos;{machine}&apos;</source>
        <translation>Obtener el diagnóstico de «{machine}»</translation>
    </message>
    <message>
        <source>Could not get diagnostics of &apos;{machine}&apos;</source>
        <translation>No se pudo obtener el diagnóstico de «{machine}»</translation>
    </message>
    <message>
        <source>Save the diagnostics</source>
        <translation>Guardar el diagnóstico</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Archivos de texto (*.txt)</translation>
    </message>
    <message>
        <source>The diagnostics were saved</source>
        <translation>El diagnóstico se guardó</translation>
    </message>
    <message>
        <source>Could not save the diagnostics</source>
        <translation>No se pudo guardar el diagnóstico</translation>
    </message>
</context>
<context>
    <name>TaskLog</name>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>TaskLogPanel</name>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Cancel task</source>
        <translation>Cancelar tarea</translation>
    </message>
    <message>
        <source>Show output</source>
        <translation>Mostrar salida</translation>
    </message>
    <message>
        <source>Close the task log</source>
        <translation>Cerrar el registro de tareas</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>failed: {why}</source>
        <translation>error: {why}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminada</translation>
    </message>
    <message>
        <source>Stopping after this step</source>
        <translation>Se detendrá después de este paso</translation>
    </message>
</context>
<context>
    <name>TaskLogbook</name>
    <message>
        <source>Done.</source>
        <translation>Terminada.</translation>
    </message>
    <message>
        <source>It failed, and what had been done was undone.</source>
        <translation>Falló, y se deshizo lo que ya se había hecho.</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>Deshaciendo</translation>
    </message>
    <message>
        <source>Create &apos;{name}&apos;</source>
        <translation>Crear «{name}»</translation>
    </message>
    <message>
        <source>Delete &apos;{name}&apos;</source>
        <translation>Eliminar «{name}»</translation>
    </message>
    <message>
        <source>Making disks</source>
        <translation>Creando discos</translation>
    </message>
    <message>
        <source>Defining the machine</source>
        <translation>Definiendo la máquina</translation>
    </message>
    <message>
        <source>Recording it</source>
        <translation>Registrándola</translation>
    </message>
    <message>
        <source>Starting it</source>
        <translation>Iniciándola</translation>
    </message>
    <message>
        <source>Switching it off</source>
        <translation>Apagándola</translation>
    </message>
    <message>
        <source>Removing its definition</source>
        <translation>Quitando su definición</translation>
    </message>
    <message>
        <source>Deleting disks</source>
        <translation>Eliminando discos</translation>
    </message>
    <message>
        <source>Forgetting it</source>
        <translation>Olvidándola</translation>
    </message>
</context>
<context>
    <name>TasksCard</name>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Nothing was created or deleted yet.</source>
        <translation>Aún no se ha creado ni eliminado nada.</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Text of the guest</source>
        <translation>Texto del invitado</translation>
    </message>
    <message>
        <source>There is more than is shown here.</source>
        <translation>Hay más de lo que se muestra aquí.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>Show as thumbnails</source>
        <translation>Mostrar como miniaturas</translation>
    </message>
</context>
<context>
    <name>TimerDetails</name>
    <message>
        <source>The selected timer</source>
        <translation>El temporizador seleccionado</translation>
    </message>
    <message>
        <source>Last run: {time}</source>
        <translation>Última ejecución: {time}</translation>
    </message>
    <message>
        <source>Took {time}</source>
        <translation>Duró {time}</translation>
    </message>
    <message>
        <source>Next run: {time}</source>
        <translation>Próxima ejecución: {time}</translation>
    </message>
</context>
<context>
    <name>Timers</name>
    <message>
        <source>States of machines</source>
        <translation>Estados de las máquinas</translation>
    </message>
    <message>
        <source>Reads all machines of connected hosts anew, in case a host did not tell.</source>
        <translation>Lee de nuevo todas las máquinas de los anfitriones conectados, por si un anfitrión no avisó.</translation>
    </message>
    <message>
        <source>Silent agents</source>
        <translation>Agentes en silencio</translation>
    </message>
    <message>
        <source>Tells of running machines whose agents have fallen silent.</source>
        <translation>Avisa de las máquinas en marcha cuyos agentes han enmudecido.</translation>
    </message>
    <message>
        <source>Services in machines</source>
        <translation>Servicios en las máquinas</translation>
    </message>
    <message>
        <source>Asks agents for services, and tells of one that ran and has failed.</source>
        <translation>Pregunta a los agentes por los servicios y avisa de uno que funcionaba y ha fallado.</translation>
    </message>
    <message>
        <source>History of metrics</source>
        <translation>Historial de métricas</translation>
    </message>
    <message>
        <source>Makes minutes, quarters of an hour and days of what was measured.</source>
        <translation>Resume lo medido en minutos, cuartos de hora y días.</translation>
    </message>
    <message>
        <source>Old metrics</source>
        <translation>Métricas antiguas</translation>
    </message>
    <message>
        <source>Removes history that is older than the settings want.</source>
        <translation>Elimina el historial más antiguo de lo que piden los ajustes.</translation>
    </message>
    <message>
        <source>Old activity and errors</source>
        <translation>Actividad y errores antiguos</translation>
    </message>
    <message>
        <source>Removes entries that are older than the settings want.</source>
        <translation>Elimina las entradas más antiguas de lo que piden los ajustes.</translation>
    </message>
    <message>
        <source>News between programs</source>
        <translation>Avisos entre programas</translation>
    </message>
    <message>
        <source>Removes what all programs on the database have heard, and what dead ones left.</source>
        <translation>Elimina lo que todos los programas de la base de datos ya han recibido y lo que dejaron los que terminaron de golpe.</translation>
    </message>
    <message>
        <source>Has not run yet</source>
        <translation>Aún no se ha ejecutado</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En ejecución</translation>
    </message>
    <message>
        <source>Cut short</source>
        <translation>Interrumpido</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>In less than a minute</source>
        <translation>En menos de un minuto</translation>
    </message>
    <message>
        <source>In a minute</source>
        <translation>En un minuto</translation>
    </message>
    <message>
        <source>In {count} minutes</source>
        <translation>En {count} minutos</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>En una hora</translation>
    </message>
    <message>
        <source>In {count} hours</source>
        <translation>En {count} horas</translation>
    </message>
    <message>
        <source>{often}. It runs at {where} now.</source>
        <translation>{often}. Ahora se ejecuta en {where}.</translation>
    </message>
    <message>
        <source>{often}, in one of the programs on the database.</source>
        <translation>{often}, en uno de los programas de la base de datos.</translation>
    </message>
    <message>
        <source>{often}, in each program for itself.</source>
        <translation>{often}, en cada programa por su cuenta.</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Cada hora</translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation>Cada minuto</translation>
    </message>
    <message>
        <source>Every {count} hours</source>
        <translation>Cada {count} horas</translation>
    </message>
    <message>
        <source>Every {count} minutes</source>
        <translation>Cada {count} minutos</translation>
    </message>
    <message>
        <source>Every {count} seconds</source>
        <translation>Cada {count} segundos</translation>
    </message>
</context>
<context>
    <name>TimersModel</name>
    <message>
        <source>Timer</source>
        <translation>Temporizador</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Última ejecución</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Próxima ejecución</translation>
    </message>
</context>
<context>
    <name>TimersPage</name>
    <message>
        <source>Run now</source>
        <translation>Ejecutar ahora</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Timers</source>
        <translation>Temporizadores</translation>
    </message>
    <message>
        <source>Could not read the timers</source>
        <translation>No se pudieron leer los temporizadores</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Could not run &apos;{timer}&apos;</source>
        <translation>No se pudo ejecutar «{timer}»</translation>
    </message>
    <message>
        <source>Could not resume &apos;{timer}&apos;</source>
        <translation>No se pudo reanudar «{timer}»</translation>
    </message>
    <message>
        <source>Could not pause &apos;{timer}&apos;</source>
        <translation>No se pudo pausar «{timer}»</translation>
    </message>
</context>
<context>
    <name>TimersTable</name>
    <message>
        <source>Timers</source>
        <translation>Temporizadores</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>More acts</source>
        <translation>Más acciones</translation>
    </message>
    <message>
        <source>Find anything (Ctrl+K)</source>
        <translation>Buscar cualquier cosa (Ctrl+K)</translation>
    </message>
    <message>
        <source>Signed-in person</source>
        <translation>Persona con sesión iniciada</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avisos</translation>
    </message>
    <message numerus="yes">
        <source>Notices: %n new</source>
        <translation>
            <numerusform>Avisos: %n nuevo</numerusform>
            <numerusform>Avisos: %n nuevos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show window</source>
        <translation>Mostrar ventana</translation>
    </message>
    <message>
        <source>New machine</source>
        <translation>Nueva máquina</translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n más…</numerusform>
            <numerusform>%n más…</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Console of %1</source>
        <translation>Consola de %1</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s) running</source>
        <translation>
            <numerusform>%n máquina en ejecución</numerusform>
            <numerusform>%n máquinas en ejecución</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread notice(s)</source>
        <translation>
            <numerusform>%n aviso sin leer</numerusform>
            <numerusform>%n avisos sin leer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialDialog</name>
    <message>
        <source>Test the connection to &apos;{name}&apos;</source>
        <translation>Probar la conexión con «{name}»</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Probar de nuevo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>Do not connect before you know why: somebody may be between you and the host. Ask whoever looks after it. If it was set up anew, accept its new key in a terminal: {command}</source>
        <translation>No se conecte antes de saber el motivo: alguien puede estar entre usted y el host. Pregunte a quien lo administra. Si se ha reinstalado, acepte su nueva clave en un terminal: {command}</translation>
    </message>
</context>
<context>
    <name>UseCard</name>
    <message>
        <source>Use and quota</source>
        <translation>Uso y cuota</translation>
    </message>
</context>
<context>
    <name>UsersPart</name>
    <message>
        <source>Set password…</source>
        <translation>Establecer contraseña…</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Usuarios</translation>
    </message>
    <message>
        <source>Set the password of &apos;{name}&apos; in &apos;{machine}&apos;</source>
        <translation>Establecer la contraseña de «{name}» en «{machine}»</translation>
    </message>
    <message>
        <source>Could not set the password of &apos;{name}&apos;</source>
        <translation>No se pudo establecer la contraseña de «{name}»</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Show the entry</source>
        <translation>Mostrar la entrada</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message numerus="yes">
        <source>The record is as it was written: %n entries were checked.</source>
        <translation>
            <numerusform>El registro está como se escribió: se comprobó %n entrada.</numerusform>
            <numerusform>El registro está como se escribió: se comprobaron %n entradas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry {number} was changed after it was written.</source>
        <translation>La entrada {number} se modificó después de escribirse.</translation>
    </message>
    <message>
        <source>Entries from {number} on were taken out.</source>
        <translation>Se quitaron entradas a partir de la {number}.</translation>
    </message>
    <message>
        <source>Entry {number} was put in by something else.</source>
        <translation>La entrada {number} la introdujo otro programa.</translation>
    </message>
    <message>
        <source>The record is not the one that was noted earlier; it differs at {number}.</source>
        <translation>El registro no es el que se anotó antes; difiere en la entrada {number}.</translation>
    </message>
    <message>
        <source>Somebody with access to the database did this. Compare with an earlier export or backup.</source>
        <translation>Lo hizo alguien con acceso a la base de datos. Compárelo con una exportación o copia de seguridad anterior.</translation>
    </message>
</context>
<context>
    <name>VolumeList</name>
    <message>
        <source>Copy path</source>
        <translation>Copiar ruta</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volúmenes</translation>
    </message>
    <message>
        <source>Filter volumes</source>
        <translation>Filtrar volúmenes</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Select a pool to see its volumes.</source>
        <translation>Seleccione un pool para ver sus volúmenes.</translation>
    </message>
    <message>
        <source>The host is not connected.</source>
        <translation>El host no está conectado.</translation>
    </message>
    <message>
        <source>The pool is not active.</source>
        <translation>El pool no está activo.</translation>
    </message>
    <message>
        <source>{shown} of {total} volumes</source>
        <translation>{shown} de {total} volúmenes</translation>
    </message>
    <message>
        <source>1 volume</source>
        <translation>1 volumen</translation>
    </message>
    <message numerus="yes">
        <source>%n volumes</source>
        <translation>
            <numerusform>%n volumen</numerusform>
            <numerusform>%n volúmenes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>New machine…</source>
        <translation>Nueva máquina…</translation>
    </message>
    <message>
        <source>Add host…</source>
        <translation>Añadir host…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filtrar la lista</translation>
    </message>
    <message>
        <source>Find anything…</source>
        <translation>Buscar cualquier cosa…</translation>
    </message>
    <message>
        <source>Task log</source>
        <translation>Registro de tareas</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Teclas…</translation>
    </message>
    <message>
        <source>What the rights protect…</source>
        <translation>Qué protegen los permisos…</translation>
    </message>
    <message>
        <source>About…</source>
        <translation>Acerca de…</translation>
    </message>
    <message>
        <source>No acts on this screen</source>
        <translation>No hay acciones en esta pantalla</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>On this screen</source>
        <translation>En esta pantalla</translation>
    </message>
    <message>
        <source>In consoles</source>
        <translation>En las consolas</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Give the keyboard back</source>
        <translation>Devolver el teclado</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Cerrar la ventana</translation>
    </message>
</context>
<context>
    <name>WindowSession</name>
    <message>
        <source>Settings that could not be used</source>
        <translation>Ajustes que no se pudieron usar</translation>
    </message>
</context>
<context>
    <name>XmlTab</name>
    <message>
        <source>Definition as XML</source>
        <translation>Definición en XML</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Without passwords. Read-only.</source>
        <translation>Sin contraseñas. Solo lectura.</translation>
    </message>
</context>
<context>
    <name>_BusyRow</name>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation>
            <numerusform>%n procesador</numerusform>
            <numerusform>%n procesadores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_ChangeCard</name>
    <message>
        <source>Choose a password</source>
        <translation>Elija una contraseña</translation>
    </message>
    <message>
        <source>The one you were given works once. Choose one that only you know.</source>
        <translation>La que recibió sirve una sola vez. Elija una que solo usted conozca.</translation>
    </message>
    <message>
        <source>The one you were given</source>
        <translation>La que recibió</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Cambiar la contraseña</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
</context>
<context>
    <name>_Charts</name>
    <message>
        <source>Figures show while the machine runs.</source>
        <translation>Las cifras se muestran mientras la máquina está en ejecución.</translation>
    </message>
</context>
<context>
    <name>_SignInCard</name>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>Mantener la sesión iniciada en este equipo</translation>
    </message>
    <message>
        <source>Type your e-mail address.</source>
        <translation>Escriba su dirección de correo electrónico.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Escriba su contraseña.</translation>
    </message>
</context>
<context>
    <name>_Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>_UseLine</name>
    <message>
        <source>{used} · no limit</source>
        <translation>{used} · sin límite</translation>
    </message>
    <message>
        <source>{used} of {most}</source>
        <translation>{used} de {most}</translation>
    </message>
</context>
<context>
    <name>editor</name>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Bloq Mayús parece estar activado.</translation>
    </message>
</context>
</TS>
