import subprocess
import sys


def main():
    started = []
    for number in range(6):
        started.append(subprocess.Popen([sys.executable, "-c", f"print({number})"], stdout=subprocess.PIPE))
    for process in started:
        print(process.communicate()[0])


main()
