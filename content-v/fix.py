import re
p="lessons/10-hard-moments/01-trolls-mistakes-incidents.md"
t=open(p).read()
a=t.index("## Who gets what?"); b=t.index("### Hint {.hint}",a)
t=t[:a]+'''## Who gets what? {#cri-what-helps .quiz .match clause=CRI-2}

Four people comment on Acme’s coffee machine. It takes any ground coffee, as the manual shows. You need not answer any of them. If you want to do something, what helps? Match each comment with it.

| Comment | What helps |
|---|---|
| {#asleep} “Acme people are all asleep. Come on, fight back!” | Scroll on, without a word |
| {#capsules} “This machine only takes the capsules from Acme.” | One calm correction, with your job and a source |
| {#since-march} “I’ve been waiting for my repair since March.” | The way to our public support page |
| {#too-loud} “Great coffee, but it wakes up the whole house.” | Agree, if you see it like that, or let it stand |

'''+t[b:]
t=t.replace('''A wrong fact gets better by a correction, and a late parcel by the right address. Anger needs time. A fair point may be agreed with, and someone who wants a quarrel needs nothing from you.''','''A wrong fact gets better by a correction, and a customer’s trouble by the right address. A fair point may be agreed with. Someone who only wants a quarrel needs nothing from you.''')
t=t.replace("{#cri-who-is-it .quiz clause=CRI-2}","{#cri-who-is-it .quiz variant-of=cri-what-helps}")
open(p,"w").write(t)
for p in ["lessons/03-say-who-you-are/01-where-to-put-it.md","lessons/09-account-safety/01-keep-your-account.md"]:
    t=open(p).read(); assert t.count("minutes: 4\n")==1
    open(p,"w").write(t.replace("minutes: 4\n","minutes: 5\n"))
