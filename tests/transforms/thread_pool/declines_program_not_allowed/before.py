import subprocess

lines = []
for number in range(5):
    lines.append(subprocess.check_output(["expr", str(number), "+", "1"]))
print(lines)
