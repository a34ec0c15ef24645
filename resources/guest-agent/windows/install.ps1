<#
.SYNOPSIS
    Installs Infinibay's guest agent for Windows from the folder of this script, and starts it.
.DESCRIPTION
    A scheduled task runs the agent as SYSTEM from the start of Windows on, and starts it again
    within a minute when it has ended. Run this as an administrator:

        powershell -ExecutionPolicy Bypass -File D:\windows\install.ps1

    Run it again to install a newer version.
.PARAMETER Uninstall
    Remove the agent.
#>
param([switch]$Uninstall)

$ErrorActionPreference = 'Stop'
$TaskName = 'Infinibay Agent'
$Place = Join-Path $env:ProgramFiles 'Infinibay\Agent'
$Agent = Join-Path $Place 'infinibay-agent.ps1'

function Test-Administrator {
    $me = New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())
    return $me.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
}

function Stop-Agent {
    $task = Get-ScheduledTask -TaskName $TaskName -ErrorAction SilentlyContinue
    if ($task) {
        Stop-ScheduledTask -TaskName $TaskName
    }
    return $task
}

function Register-Agent {
    $shell = Join-Path $env:SystemRoot 'System32\WindowsPowerShell\v1.0\powershell.exe'
    $words = '-NoProfile -NonInteractive -ExecutionPolicy Bypass -File "{0}"' -f $Agent
    $action = New-ScheduledTaskAction -Execute $shell -Argument $words
    $atStart = New-ScheduledTaskTrigger -AtStartup
    # While it runs, a new start is passed over: so this only starts one that has ended.
    $again = New-ScheduledTaskTrigger -Once -At (Get-Date) -RepetitionInterval (New-TimeSpan -Minutes 1)
    $system = New-ScheduledTaskPrincipal -UserId 'S-1-5-18' -LogonType ServiceAccount -RunLevel Highest
    $settings = New-ScheduledTaskSettingsSet -MultipleInstances IgnoreNew -Priority 5 `
        -ExecutionTimeLimit ([TimeSpan]::Zero) -StartWhenAvailable `
        -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries
    Register-ScheduledTask -TaskName $TaskName -Action $action -Trigger $atStart, $again `
        -Principal $system -Settings $settings -Description 'Reports metrics to the host and obeys it' `
        -Force | Out-Null
}

if (-not (Test-Administrator)) {
    Write-Error 'Run this as an administrator.'
    exit 1
}

$old = Stop-Agent

if ($Uninstall) {
    if ($old) {
        Unregister-ScheduledTask -TaskName $TaskName -Confirm:$false
    }
    if (Test-Path -LiteralPath $Place) {
        Remove-Item -LiteralPath $Place -Recurse -Force
    }
    Write-Output 'infinibay-agent: removed'
    exit 0
}

# Only administrators may write where this is: what is there runs as SYSTEM.
New-Item -ItemType Directory -Path $Place -Force | Out-Null
foreach ($name in 'infinibay-agent.ps1', 'install.ps1') {
    $from = Join-Path $PSScriptRoot $name
    $to = Join-Path $Place $name
    if ($from -ne $to) {
        Copy-Item -LiteralPath $from -Destination $to -Force
        # A file from a CD is read-only.
        Set-ItemProperty -LiteralPath $to -Name IsReadOnly -Value $false
        Unblock-File -LiteralPath $to
    }
}
Register-Agent
Start-ScheduledTask -TaskName $TaskName
Write-Output "infinibay-agent: installed in $Place, and running"

if (-not (Test-Path 'HKLM:\SYSTEM\CurrentControlSet\Services\VirtioSerial')) {
    Write-Warning 'The virtio serial driver is missing: install it from the virtio-win CD. The agent waits for it.'
}
exit 0
