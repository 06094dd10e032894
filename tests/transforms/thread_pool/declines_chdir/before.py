import os

for n in range(5):
    os.makedirs(f"box{n}", exist_ok=True)
    with open(f"box{n}/label", "w") as out:
        out.write(f"box number {n}")

home = os.getcwd()
labels = []
for n in range(5):
    os.chdir(f"box{n}")
    with open("label") as label:
        labels.append(label.read())
    os.chdir(home)
print(labels)
