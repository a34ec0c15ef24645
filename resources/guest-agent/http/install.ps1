# Fetches Infinibay's guest agent from the host and installs it. Run it as administrator.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$url = '@URL@'
$folder = Join-Path $env:ProgramFiles ('infinibay-' + [guid]::NewGuid())
New-Item -ItemType Directory -Path $folder | Out-Null

function Get-AgentFile([string] $name, [string] $sum) {
    $path = Join-Path $folder $name
    Invoke-WebRequest -UseBasicParsing -Uri "$url/windows/files/$name" -OutFile $path
    if ((Get-FileHash -Algorithm SHA256 -Path $path).Hash -ne $sum) {
        throw "$name did not arrive whole"
    }
}

try {
@FETCH@
    & powershell.exe -NoProfile -ExecutionPolicy Bypass -File (Join-Path $folder 'install.ps1')
    $ended = $LASTEXITCODE
} finally {
    Remove-Item -Recurse -Force -Path $folder
}
if ($ended) { throw "install.ps1 ended with $ended" }
