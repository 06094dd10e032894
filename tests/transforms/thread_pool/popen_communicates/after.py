import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor


def main():
    answers = []

    def communicate_for_number(number):
        process = subprocess.Popen(
            [sys.executable, "-c", f"print({number} ** 2)"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        out, err = process.communicate()
        return process, out, err

    with ThreadPoolExecutor(max_workers=8) as pool:
        for process, out, err in pool.map(communicate_for_number, range(6)):
            if process.returncode != 0:
                print("failed:", err)
                continue
            answers.append(out.strip())
    print(answers)


main()
