// Served by `workshop serve` alone: reloads the page when the site was built
// anew, and shows the mistakes that keep the last good version in place. The
// server writes `built` above: the number of the build that the page is from.
const root = new URL(document.documentElement.dataset.root, document.baseURI);

function show(mistakes) {
  document.getElementById("course-mistakes")?.remove();
  if (!mistakes || !document.querySelector("main")) return;
  const card = document.createElement("section");
  card.id = "course-mistakes";
  card.className = "card warning";
  card.setAttribute("role", "alert");
  const title = document.createElement("p");
  title.append("The course has mistakes. This is the last good version.");
  const text = document.createElement("pre");
  text.tabIndex = 0;
  text.append(mistakes);
  card.append(title, text);
  document.querySelector("main").before(card);
}

const news = new EventSource(new URL("_workshop/news", root));
news.addEventListener("build", (event) => {
  const { build, mistakes } = JSON.parse(event.data);
  show(mistakes);
  // The browser keeps the place on the page; answers are in its storage.
  if (build !== built && !mistakes) location.reload();
});
