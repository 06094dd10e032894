import subprocess
import sys

codes = []
for number in range(5):
    sys.stdout.flush()
    codes.append(subprocess.run(["echo", str(number)], check=True).returncode)
print(codes)
