import re,glob,collections,sys
core=[f for f in sorted(glob.glob("lessons/[0-9]*/0*.md")) if not re.search(r"lessons/(02|14|16)-",f)]
pol=open("lessons/policy.md").read(); crit=set(re.findall(r"#([A-Z]+-\d+) \.critical",pol)) | set(re.findall(r"\{#([A-Z0-9]+-\d+)[^}]*critical",pol))
clause={}; shown=collections.Counter(); var=collections.Counter(); byq=collections.Counter(); kinds=collections.Counter(); vkinds=collections.Counter(); verd=collections.Counter(); pos=collections.Counter()
for f in core:
    for part in re.split(r"(?m)^(?=## )",open(f).read()):
        h=part.split("\n")[0]
        if ".quiz" not in h and ".scenario" not in h: continue
        i=re.search(r"#([\w-]+) \.",h).group(1); c=re.search(r"clause=(\S+?)[ }]",h); v=re.search(r"variant-of=([\w-]+)",h)
        k=re.search(r"\.(text|order|match|poll|number|scenario)",h); k=k.group(1) if k else "choice"
        if v:
            byq[v.group(1)]+=1; vkinds[k]+=1
            if k=="scenario": verd[re.search(r"- \[x\] (\S+)",part).group(1)]+=1
            elif k=="choice":
                o=re.findall(r"- \[(.)\]",part)
                if o.count("x")==1: pos[o.index("x")+1]+=1
        else:
            kinds[k]+=1
            if c: clause[i]=c.group(1); shown[c.group(1)]+=1
for q,n in byq.items(): var[clause[q]]+=n
print(len(core),"core lessons;",sum(kinds.values()),"shown",dict(kinds),"; variants",sum(vkinds.values()),dict(vkinds))
print("scenario verdicts of variants",dict(verd),"positions of single right",dict(pos))
print("fewest:",sorted((shown[c]+var[c],c,shown[c],var[c]) for c in shown)[:60])
print("questions short:",[(q,byq[q]) for q in clause if byq[q]<(2 if clause[q] in crit else 1)], "crit",sorted(crit))
