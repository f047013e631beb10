@echo off
rem Starts the command line of GlimpRouter: finds a JDK, builds when needed, runs.
rem GLIMPROUTER_JAVA_HOME names a JDK; GLIMPROUTER_JAVA_OPTS adds options for Java.
rem The twin of the shell script beside it, written after it and never run on Windows yet.
setlocal EnableExtensions DisableDelayedExpansion
set "LEAST=25"
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"
set "BUILT=%ROOT%\glimprouter-cli\target"
set "LOCK=%ROOT%\glimprouter-cli\.launcher-lock-file"
set "FOUND="

rem What is looked for: a JDK where something has to be built, else any Java.
call :look
set "KIND=Java"
set "TOOL=java"
if "%STALE%"=="1" set "KIND=JDK"
if "%STALE%"=="1" set "TOOL=javac"

if not defined GLIMPROUTER_JAVA_HOME goto search
call :try "%GLIMPROUTER_JAVA_HOME%"
if defined FOUND goto ready
echo glimprouter: GLIMPROUTER_JAVA_HOME ("%GLIMPROUTER_JAVA_HOME%") holds no %KIND% %LEAST% or newer: correct or unset it.>&2
exit /b 3

:search
if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined FOUND for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%~dpj.."
for %%v in ("Eclipse Adoptium" Java Microsoft Zulu BellSoft "Amazon Corretto") do (
    if not defined FOUND for /d %%d in ("%ProgramFiles%\%%~v\*") do call :try "%%d"
)
if not defined FOUND for /d %%d in ("%USERPROFILE%\.jdks\*") do call :try "%%d"
if not defined FOUND for /d %%d in ("%USERPROFILE%\.sdkman\candidates\java\*") do call :try "%%d"
if defined FOUND goto ready
echo glimprouter: No %KIND% %LEAST% or newer was found: install a JDK (for example from adoptium.net), or name its folder in GLIMPROUTER_JAVA_HOME.>&2
exit /b 3

:ready
if "%STALE%"=="1" call :build_alone || exit /b 3

rem A closed standard output cannot be told from an open one here.
"%FOUND%\bin\java.exe" -XX:+UseSerialGC -Xmx512m -XX:-UsePerfData -XX:+DisplayVMOutputToStderr -Xlog:disable -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%BUILT%\classes.jsa" --enable-native-access=dev.glimprouter.llamacpp %GLIMPROUTER_JAVA_OPTS% "-Dglimprouter.terminal=%TERMINAL%" "-Dglimprouter.columns=%SCREEN%" -Dglimprouter.stdout=open -p "%BUILT%\glimprouter-cli.jar;%BUILT%\lib" -m dev.glimprouter.cli/dev.glimprouter.cli.Main %*
exit /b %ERRORLEVEL%

rem Sets STALE, TERMINAL and SCREEN. PowerShell answers by its exit code, because asking for its
rem output would redirect it: 1 if a source is newer than what was built, plus 2, 4 and 8 for an
rem input, output and error that are terminals, plus 16 times the width. It takes the paths from the
rem environment, so that no character in them can end a string.
:look
powershell -NoProfile -Command "$stale = 1; $b = $env:BUILT; if (Test-Path -LiteralPath (Join-Path $b 'lib')) { $s = Get-ChildItem -LiteralPath $b -File | Where-Object { $_.Name -eq 'launcher.stamp' -or $_.Name -eq 'glimprouter-cli.jar' } | Sort-Object LastWriteTime | Select-Object -Last 1; if ($s) { $all = @(Get-Item -LiteralPath (Join-Path $env:ROOT 'pom.xml')) + @(Get-ChildItem -LiteralPath (Join-Path $env:ROOT 'tools') -File -Filter '*.java') + @(Get-ChildItem -LiteralPath $env:ROOT -Directory | ForEach-Object { Get-ChildItem -LiteralPath $_.FullName -File -Filter 'pom.xml'; $m = Join-Path $_.FullName 'src\main'; if (Test-Path -LiteralPath $m) { Get-ChildItem -LiteralPath $m -Recurse -File } }); $newer = $all | Where-Object { $_.LastWriteTime -gt $s.LastWriteTime } | Select-Object -First 1; if (-not $newer) { $stale = 0 } } }; $width = 0; try { $width = [Console]::WindowWidth } catch { }; exit ($stale + 2 * [int](-not [Console]::IsInputRedirected) + 4 * [int](-not [Console]::IsOutputRedirected) + 8 * [int](-not [Console]::IsErrorRedirected) + 16 * $width)"
set "CODE=%ERRORLEVEL%"
if "%CODE%"=="9009" set "CODE=1"
set /a "STALE=CODE & 1, IN=CODE & 2, OUT=CODE & 4, ERR=CODE & 8, SCREEN=CODE / 16"
set "TERMINAL="
if not "%IN%"=="0" set "TERMINAL=in"
if not "%OUT%"=="0" set "TERMINAL=%TERMINAL%,out"
if not "%ERR%"=="0" set "TERMINAL=%TERMINAL%,err"
if "%SCREEN%"=="0" set "SCREEN="
exit /b 0

:try
if defined FOUND exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\bin\%TOOL%.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%r in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
    for /f "tokens=1 delims=." %%m in ("%%~r") do if %%m GEQ %LEAST% set "FOUND=%~1"
)
exit /b 0

rem Builds unless another launcher is at it; then waits for that one. Windows opens the lock for one
rem writer at a time and closes it with the process, however that ends.
:build_alone
set "HELD="
8>&2 2>nul (9>"%LOCK%" (set "HELD=1" & call :build_stale 2>&8))
if defined HELD exit /b %RESULT%
if exist "%LOCK%" goto wait
echo glimprouter: Cannot write "%LOCK%": build as a user who can.>&2
exit /b 1
:wait
ping -n 2 127.0.0.1 >nul
goto build_alone

:build_stale
call :look
set "RESULT=0"
if "%STALE%"=="0" exit /b 0
call :build
set "RESULT=%ERRORLEVEL%"
exit /b 0

:build
where mvn >nul 2>nul
if errorlevel 1 (
    echo glimprouter: Maven is needed to build this once: install it and start again.>&2
    exit /b 1
)
echo glimprouter: building (once, some minutes on a new machine) ...>&2
if not exist "%BUILT%" mkdir "%BUILT%"
type nul >"%BUILT%\launcher.stamp.new"
setlocal
set "JAVA_HOME=%FOUND%"
set "PATH=%FOUND%\bin;%PATH%"
pushd "%ROOT%"
call mvn -q -B package -pl glimprouter-cli -am -Dmaven.test.skip -Dformat=off >"%BUILT%\launcher.log" 2>&1 <nul
set "MADE=%ERRORLEVEL%"
popd
endlocal & set "MADE=%MADE%"
if not "%MADE%"=="0" goto broken
move /y "%BUILT%\launcher.stamp.new" "%BUILT%\launcher.stamp" >nul
exit /b 0
:broken
type "%BUILT%\launcher.log" >&2
echo glimprouter: The build failed; its output is above and in "%BUILT%\launcher.log".>&2
exit /b 1
