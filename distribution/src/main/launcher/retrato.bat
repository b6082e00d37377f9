@echo off
rem Starts Retrato on the Java in jdk\ beside this folder if there is one, otherwise on an installed one.
rem RETRATO_JAVA_OPTIONS holds further options for java, such as -Xmx8g.
setlocal EnableExtensions DisableDelayedExpansion

for %%I in ("%~dp0..") do set "home=%%~fI"

set "java="
call :consider "%home%\jdk"
if not defined java if defined JAVA_HOME call :consider "%JAVA_HOME:"=%"
if not defined java for %%I in (java.exe) do if not "%%~$PATH:I"=="" call :consider "%%~dp$PATH:I.."
if defined java goto run
echo Retrato needs a Java 25 or newer. None was found: looked at JAVA_HOME and 'java' on the PATH. 1>&2
echo Install one, for example Temurin 25 from https://adoptium.net, or set JAVA_HOME to yours. 1>&2
exit /b 1

:consider
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
set "major=0"
for /f "usebackq tokens=1,2 delims==." %%K in ("%~1\release") do if "%%K"=="JAVA_VERSION" set "major=%%L"
set "major=%major:"=%"
if %major% geq 25 set "java=%~1\bin\java.exe"
exit /b

:run
set "compiler=4"
if "%~1"=="" set "compiler=1"
for %%I in (help -h --help -V --version list describe doctor new plugins completion) do if "%~1"=="%%I" set "compiler=1"

rem As in the other launcher, which says why. What the console can show, Java finds out by itself.
"%java%" "-Dretrato.home=%home%" -Dretrato.terminal=false ^
    -Djava.awt.headless=true ^
    -Xshare:auto "-Xlog:cds*=off,aot*=off" ^
    -Dguice_bytecode_gen_option=DISABLED -XX:TieredStopAtLevel=%compiler% ^
    -XX:CompileCommand=quiet "-XX:CompileCommand=BackgroundCompilation,*GeneratedKernel*.*([,false" ^
    "-XX:CompileCommand=CompileThresholdScaling,*GeneratedKernel*.*([,0.001" ^
    --enable-native-access=org.retrato.runtime --illegal-native-access=deny ^
    %RETRATO_JAVA_OPTIONS% ^
    --module-path "%home%\lib" --module org.retrato.distribution/org.retrato.distribution.Main %*
exit /b %ERRORLEVEL%
