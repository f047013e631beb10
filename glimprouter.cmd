@echo off
rem Starts the command line of GlimpRouter: finds a JDK, builds when needed, runs.
rem GLIMPROUTER_JAVA_HOME names a JDK; GLIMPROUTER_JAVA_OPTS adds options for Java.
setlocal EnableExtensions DisableDelayedExpansion
set "LEAST=25"
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"
set "BUILT=%ROOT%\glimprouter-cli\target"
set "FOUND="

if defined GLIMPROUTER_JAVA_HOME (
    call :try "%GLIMPROUTER_JAVA_HOME%"
    if not defined FOUND (
        echo glimprouter: GLIMPROUTER_JAVA_HOME holds no Java %LEAST% or newer: correct or unset it.>&2
        exit /b 3
    )
)
if not defined FOUND if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined FOUND for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%~dpj.."
for %%v in ("Eclipse Adoptium" Java Microsoft Zulu BellSoft "Amazon Corretto") do (
    if not defined FOUND for /d %%d in ("%ProgramFiles%\%%~v\*") do call :try "%%d"
)
if not defined FOUND for /d %%d in ("%USERPROFILE%\.jdks\*") do call :try "%%d"
if not defined FOUND for /d %%d in ("%USERPROFILE%\.sdkman\candidates\java\*") do call :try "%%d"
if not defined FOUND (
    echo glimprouter: No JDK %LEAST% or newer was found: install one ^(for example from adoptium.net^), or name its folder in GLIMPROUTER_JAVA_HOME.>&2
    exit /b 3
)

powershell -NoProfile -Command "$s = Get-Item -ErrorAction SilentlyContinue '%BUILT%\launcher.stamp'; if (-not $s) { exit 1 }; $n = Get-ChildItem -Recurse -File '%ROOT%\pom.xml','%ROOT%\*\pom.xml','%ROOT%\*\src\main','%ROOT%\tools' | Where-Object { $_.LastWriteTime -gt $s.LastWriteTime } | Select-Object -First 1; if ($n) { exit 1 }"
if errorlevel 1 call :build || exit /b 3

"%FOUND%\bin\java.exe" -XX:+UseSerialGC -Xmx512m -XX:-UsePerfData -XX:+DisplayVMOutputToStderr -Xlog:disable -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%BUILT%\classes.jsa" --enable-native-access=dev.glimprouter.llamacpp %GLIMPROUTER_JAVA_OPTS% -p "%BUILT%\glimprouter-cli.jar;%BUILT%\lib" -m dev.glimprouter.cli/dev.glimprouter.cli.Main %*
exit /b %ERRORLEVEL%

:try
if defined FOUND exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%r in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
    for /f "tokens=1 delims=." %%m in ("%%~r") do if %%m GEQ %LEAST% set "FOUND=%~1"
)
exit /b 0

:build
where mvn >nul 2>nul
if errorlevel 1 (
    echo glimprouter: Maven is needed to build this once: install it and start again.>&2
    exit /b 1
)
echo glimprouter: building ^(once, some minutes on a new machine^) ...>&2
if not exist "%BUILT%" mkdir "%BUILT%"
type nul >"%BUILT%\launcher.stamp.new"
setlocal
set "JAVA_HOME=%FOUND%"
set "PATH=%FOUND%\bin;%PATH%"
pushd "%ROOT%"
call mvn -q -B package -pl glimprouter-cli -am -Dmaven.test.skip -Dformat=off >"%BUILT%\launcher.log" 2>&1 <nul
set "RESULT=%ERRORLEVEL%"
popd
endlocal & set "RESULT=%RESULT%"
if not "%RESULT%"=="0" (
    type "%BUILT%\launcher.log" >&2
    echo glimprouter: The build failed; its output is above and in %BUILT%\launcher.log.>&2
    exit /b 1
)
move /y "%BUILT%\launcher.stamp.new" "%BUILT%\launcher.stamp" >nul
exit /b 0
