import subprocess
import sys


def main():
    answers = []
    for number in range(6):
        process = subprocess.Popen(
            [sys.executable, "-c", f"print({number} ** 2)"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        out, err = process.communicate()
        if process.returncode != 0:
            print("failed:", err)
            continue
        answers.append(out.strip())
    print(answers)


main()
