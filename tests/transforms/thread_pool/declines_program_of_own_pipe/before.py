import subprocess

PIPE = 1
codes = []
for number in range(5):
    codes.append(subprocess.run(["echo", str(number)], stdout=PIPE).returncode)
print(codes)
