//! Keys that sign, kept in IndexedDB: a private key that no script can read stays there.

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, TransactionMode};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CryptoKey;

const NAME: &str = "social-workshop-keys";
const VERSION: u32 = 1;
const STORE: &str = "keys";

/// A pair of keys as it is kept.
#[derive(Debug, Clone)]
pub struct KeptKey {
    pub private: CryptoKey,
    /// Base64url.
    pub public: String,
    /// The text of its backup file; empty where it has none.
    pub backup: String,
}

impl KeptKey {
    fn to_value(&self) -> Result<JsValue, JsValue> {
        let value = js_sys::Object::new();
        Reflect::set(&value, &"private".into(), &self.private)?;
        Reflect::set(&value, &"public".into(), &self.public.as_str().into())?;
        Reflect::set(&value, &"backup".into(), &self.backup.as_str().into())?;
        Ok(value.into())
    }

    fn from_value(value: &JsValue) -> Option<Self> {
        let field = |name: &str| Reflect::get(value, &name.into()).ok();
        Some(Self {
            private: field("private")?.dyn_into().ok()?,
            public: field("public")?.as_string()?,
            backup: field("backup")?.as_string().unwrap_or_default(),
        })
    }
}

/// The key of this name. None where there is none, or the browser does not let us look.
pub async fn get(name: &str) -> Option<KeptKey> {
    let database = open().await.ok()?;
    let found = read(&database, name).await;
    database.close();
    KeptKey::from_value(&found.ok()??)
}

/// Keeps a key under a name, in place of the one that was there.
pub async fn put(name: &str, key: &KeptKey) -> Option<()> {
    let database = open().await.ok()?;
    let written = write(&database, name, key).await;
    database.close();
    written.ok()
}

/// Forgets a key for good.
pub async fn remove(name: &str) -> Option<()> {
    let database = open().await.ok()?;
    let removed = delete(&database, name).await;
    database.close();
    removed.ok()
}

async fn open() -> Result<Database, Error> {
    let mut opening = Factory::new()?.open(NAME, Some(VERSION))?;
    opening.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            // Where it fails, so does every call that comes after.
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    opening.await
}

async fn read(database: &Database, name: &str) -> Result<Option<JsValue>, Error> {
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let found = transaction.object_store(STORE)?.get(JsValue::from_str(name))?.await?;
    Ok(found)
}

async fn write(database: &Database, name: &str, key: &KeptKey) -> Result<(), Error> {
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let value = key.to_value().unwrap_or_default();
    transaction.object_store(STORE)?.put(&value, Some(&JsValue::from_str(name)))?.await?;
    transaction.commit()?.await?;
    Ok(())
}

async fn delete(database: &Database, name: &str) -> Result<(), Error> {
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.object_store(STORE)?.delete(JsValue::from_str(name))?.await?;
    transaction.commit()?.await?;
    Ok(())
}
